import { accessView } from './permissions/access-view.ts';
import { accountAdmin, accountRow, accountView, heldView } from './accounts/account-views.ts';
import { logView } from './log/log-view.ts';
import { qrPath } from './sign-in/qr-path.ts';

/** What pages show of accounts, posts and permissions: one name at the door. */
export const views = { access: accessView, account: accountView, accountRow, accountAdmin, post: heldView, log: logView, qr: qrPath };
