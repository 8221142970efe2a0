import type { Roles } from '../access/roles.js';
import type { Trail } from '../audit/trail.js';
import type { Place } from '../masking/reading.js';
import type { Seal } from '../sealed.js';
import type { CouponPolicy } from '../settingsFile.js';
import type { Ability } from './ability.js';
import { clarify } from './clarify.js';
import { createCreateCoupon, type Propose } from './createCoupon.js';
import { explain } from './explain.js';
import { createHelp } from './help.js';
import { createListCharges } from './listCharges.js';
import { createListCoupons } from './listCoupons.js';
import { createListCustomers } from './listCustomers.js';
import { refuse } from './refuse.js';
import { createShowAudit } from './showAudit.js';
import { showBalance } from './showBalance.js';
import { createShowPermissions } from './showPermissions.js';

interface TableNeeds {
  seal: Seal;
  trail: Trail;
  roles: Roles;
  places: readonly Place[];
  policy: CouponPolicy;
  conversations: readonly string[];
  propose: Propose;
}

/** Everything that can be asked, in the order in which help tells it. */
export function createAbilities(needs: TableNeeds): readonly Ability[] {
  const table: Ability[] = [];
  const abilities = () => table;
  table.push(
    createListCharges(needs),
    createListCustomers(needs),
    createListCoupons(needs),
    showBalance,
    createCreateCoupon(needs),
    explain,
    createShowPermissions({ ...needs, abilities }),
    createShowAudit(needs),
    createHelp({ ...needs, abilities }),
    clarify,
    refuse,
  );
  return table;
}
