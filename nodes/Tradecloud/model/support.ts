/** Who can give a user rights in Tradecloud: not the admin of its company (manual: security/authentication.md, support.md). */

export const support = "Tradecloud's support (support@tradecloud1.com)";

/** What a user needs, beside the role `integration`, for what only a private specification of Tradecloud describes. */
export const permission = "Tradecloud's permission for this operation";
