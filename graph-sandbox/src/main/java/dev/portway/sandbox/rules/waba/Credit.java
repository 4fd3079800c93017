package dev.portway.sandbox.rules.waba;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Refused;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.Allocation;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.CreditLine;
import dev.portway.sandbox.world.PaymentMethod;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Credit lines and their sharing. Documented: share and revoke credit lines, 2026. */
public final class Credit {

    static final List<String> CURRENCIES = List.of("AUD", "EUR", "GBP", "IDR", "INR", "USD", "AED", "ARS", "BRL", "CLP", "COP", "MXN",
            "MYR", "PEN", "SAR", "SGD");

    private final World world;

    public Credit(World world) {
        this.world = world;
    }

    /** Documented: currency and line cannot be changed once attached; sharing is refused on the last 3 and first 4 days of a month. */
    public Allocation attach(CreditLine line, Waba waba, String currency) {
        if (!CURRENCIES.contains(currency)) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param waba_currency must be one of {" + String.join(", ", CURRENCIES) + "}");
        }
        if (waba.unshared && !currency.equals(waba.currency)) {
            // Documented: both must be equal. Assumed: the words.
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) The currency of the credit line must be that of the WhatsApp Business account");
        }
        if (waba.fundingId != null && !waba.unshared) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) This WhatsApp Business account already has a payment method attached");
        }
        LocalDate today = world.now().atZone(zone()).toLocalDate();
        if ((waba.unshared || waba.partners.size() > 1)
                && (today.getDayOfMonth() <= 4 || today.getDayOfMonth() > today.lengthOfMonth() - 3)) {
            throw tooCloseToTheFirst();
        }
        Allocation allocation = attachUnchecked(line, waba, currency);
        if (waba.unshared) {
            waba.paysFrom = today.withDayOfMonth(1).plusMonths(1).atStartOfDay(zone()).toInstant();
            waba.unshared = false;
            waba.unsharedAt = null;
        }
        return allocation;
    }

    /** No page says by whose clock a month begins. */
    private ZoneId zone() {
        return ZoneId.of(world.switches.get(Switch.CREDIT_MONTHS_OF));
    }

    private Refused tooCloseToTheFirst() {
        return switch (world.switches.get(Switch.CREDIT_SHARING_REFUSAL)) {
            case "200" -> ErrorRow.WRITE_DENIED.refused();
            case "131042" -> ErrorRow.PAYMENT_ISSUE.refused();
            default -> ErrorRow.INVALID_PARAMETER.saying("(#100) A credit line cannot be shared in the last 3 and first 4 days of a month");
        };
    }

    /** Documented: whoever has a credit line is a Solution Partner. */
    public static boolean has(World world, String businessId) {
        return world.creditLines.values().stream().anyMatch(line -> line.businessId().equals(businessId));
    }

    /** For a WABA that has nothing to pay with yet. */
    Allocation attachUnchecked(CreditLine line, Waba waba, String currency) {
        Allocation allocation = new Allocation(world.ids().other(), line.id(), waba.id, waba.ownerId, world.ids().other(), currency,
                "APPROVED");
        world.allocations.put(allocation.id(), allocation);
        world.paymentMethods.put(allocation.fundingId(),
                new PaymentMethod(allocation.fundingId(), PaymentMethod.Kind.CREDIT_LINE, line.businessId()));
        waba.fundingId = allocation.fundingId();
        waba.currency = currency;
        return allocation;
    }

    /** Documented: sharing a line with a portfolio first, attaching it to one of its WABAs later. */
    public Allocation share(CreditLine line, Business receiver) {
        Allocation allocation = new Allocation(world.ids().other(), line.id(), "", receiver.id, world.ids().other(), "", "APPROVED");
        world.allocations.put(allocation.id(), allocation);
        return allocation;
    }

    public Optional<Allocation> shared(CreditLine line, String businessId) {
        return world.allocations.values()
                .stream()
                .filter(each -> each.creditLineId().equals(line.id()) && each.receivingBusinessId().equals(businessId))
                .filter(each -> !each.status().equals("DELETED"))
                .findFirst();
    }

    /** Documented: revoked by deleting the allocation; its request status is DELETED then. Assumed: the WABA keeps naming a dead method. */
    public boolean revoke(Allocation allocation) {
        boolean stands = !allocation.status().equals("DELETED");
        world.allocations.put(allocation.id(), allocation.revoked());
        PaymentMethod method = world.paymentMethods.get(allocation.fundingId());
        if (method != null) {
            method.valid = false;
        }
        return stands;
    }
}
