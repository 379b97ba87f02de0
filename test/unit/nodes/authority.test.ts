/** Where the keys of an authority are, by whichever of its addresses it is entered. */
import { configurationUrl } from '../../../nodes/Tradecloud/webhook/entra/authority';

const configuration = '/.well-known/openid-configuration';

test.each([
	['https://login.example/contoso.com/oauth2/v2.0/token', 'https://login.example/contoso.com/v2.0'],
	['https://login.example/contoso.com/oauth2/token', 'https://login.example/contoso.com'],
	['https://adfs.contoso.com/adfs/oauth2/token/', 'https://adfs.contoso.com/adfs'],
	[
		'https://c.b2clogin.example/tfp/c.onmicrosoft.com/B2C_1_x/oauth2/v2.0/token',
		'https://c.b2clogin.example/tfp/c.onmicrosoft.com/B2C_1_x/v2.0',
	],
])('the token URL %s belongs to the authority %s', (entered, authority) => {
	expect(configurationUrl(entered)).toBe(authority + configuration);
	expect(configurationUrl(authority)).toBe(authority + configuration);
});
