package dev.portway.finder.look;

import dev.portway.account.SetUps;
import dev.portway.finder.Known;
import dev.portway.finder.Topic;
import dev.portway.migration.ProviderId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What a provider is at Meta. What nobody said is asked where it matters. */
@Component
final class SetUp {
    private final Function<ProviderId, SetUps.SetUp> inForce;

    @Autowired
    SetUp(SetUps setUps) {
        this(setUps::inForce);
    }

    SetUp(Function<ProviderId, SetUps.SetUp> inForce) {
        this.inForce = inForce;
    }

    List<Known> known(ProviderId provider) {
        SetUps.SetUp said = inForce.apply(provider);
        return Map.of(Topic.CREDIT_LINE, said.creditLine(), Topic.OUR_SOLUTION, said.solution(), Topic.SHARING, said.sharing())
                .entrySet()
                .stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey().value(one.getValue()).orElseThrow())
                .map(value -> Known.stated(value, Known.SET_UP))
                .toList();
    }
}
