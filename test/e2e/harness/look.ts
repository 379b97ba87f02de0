/** What is changed in the look of n8n's editor, so that pictures show their subject and nothing else. */

const hidden = '{ visibility: hidden !important; }';

/** n8n lays advice over the canvas of a published workflow, some time after the canvas is there. */
const advice = '[data-reka-popper-content-wrapper]:has([data-test-id="suggested-action-item"])';

/** What lies over the canvas or a panel, or waits for a click; left alone except in pictures. */
const transient = [
	'.el-notification',
	'[data-test-id="canvas-controls"]',
	'[data-test-id="canvas-handle-plus-wrapper"]',
	'[class*="_runDataLabel_"]',
	'[class*="executionButtons"]',
	'[data-test-id="floating-nodes"]',
	'[data-test-id="ndv-backdrop"]',
	'[data-test-id="ndv-edit-pinned-data"]',
	'[data-test-id="ndv-pin-data"]',
	'[data-test-id="node-feature-request"]',
].join(', ');

/** The style of every page: a dialog may be as high as the window has room for. */
export const style = `${advice} ${hidden} .el-dialog { --dialog--max-height: none !important; }`;

/** The style of a page in pictures: what is behind a dialog shows neither in its corners nor through its edge. */
export const pictureStyle = `${transient} ${hidden}
	[data-test-id="ndv"], .el-dialog {
		--radius--lg: 0;
		border-radius: 0 !important;
		background: white !important;
	}`;
