package dev.portway.graphclient;

import dev.portway.graphclient.answer.Answered;
import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.GraphError;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.answer.Refused;
import dev.portway.graphclient.value.PhoneNumberId;
import dev.portway.graphclient.value.SendBy;
import java.util.Optional;
import java.util.function.Function;

/**
 * Calls about one number, by whichever id leads to it.
 *
 * <pre>
 * /{phone number id}/register ──"there is no such object"──▶ which account is the number's? ──▶ /{account id}/register
 * </pre>
 *
 * <p>Documented (account model, Jun 2026, beta): from its third phase on, announced for 2028, the id of the number's account takes the place of
 * the phone number id in every path. Assumed: that the number can still be read by its old id, and shows the account as {@code whatsapp_account};
 * where it does not, the first refusal stands. A call refused this way has done nothing, so saying it again does it once.
 */
final class NumberLine {
    private static final String ACCOUNT = "whatsapp_account";
    private static final int INVALID_PARAMETER = 100;
    private static final int NO_SUCH_OBJECT = 33;

    private final GraphLine line;

    NumberLine(GraphLine line) {
        this.line = line;
    }

    /** @param call is about {@code id}, which begins its path */
    <T> EffectResult<T> effect(PhoneNumberId id, Call call, SendBy sendBy, Function<Fields, T> reader) {
        EffectResult<T> result = line.effect(call, sendBy, reader);
        return result instanceof Refused<T> refused && isMissing(refused.error())
                ? account(id).map(account -> line.effect(at(account, id, call), sendBy, reader)).orElse(result)
                : result;
    }

    /** @param call is about {@code id}, which begins its path */
    <T> ReadResult<T> read(PhoneNumberId id, Call call, Function<Fields, T> reader) {
        ReadResult<T> result = line.read(call, reader);
        return result instanceof Refused<T> refused && isMissing(refused.error())
                ? account(id).map(account -> line.read(at(account, id, call), reader)).orElse(result)
                : result;
    }

    private static boolean isMissing(GraphError error) {
        return error.code() == INVALID_PARAMETER && error.subcode() == NO_SUCH_OBJECT;
    }

    private Optional<PhoneNumberId> account(PhoneNumberId id) {
        ReadResult<Optional<PhoneNumberId>> read = line.read(Call.get("/" + id).with("fields", ACCOUNT), NumberLine::account);
        return read instanceof Answered<Optional<PhoneNumberId>> answered
                ? answered.value().filter(account -> !account.equals(id))
                : Optional.empty();
    }

    private static Optional<PhoneNumberId> account(Fields json) {
        return Optional.ofNullable(json.child(ACCOUNT, account -> account.needed("id", PhoneNumberId::new)));
    }

    private static Call at(PhoneNumberId account, PhoneNumberId id, Call call) {
        return new Call(call.method(), call.path().replaceFirst("^/" + id, "/" + account), call.parameters(), call.form());
    }
}
