package dev.portway.finder;

import dev.portway.problem.Party;

/**
 * What a way waits for.
 *
 * @param key a {@link Condition}, or {@code find-out-} and a topic that somebody was asked about and does not know
 * @param check the check that sees whether it holds; as the key where there is none of another name
 * @param about what is not known, or not as it should be
 * @param unmet known not to hold; otherwise nobody has seen it
 */
public record Need(String key, String check, Party owner, Topic about, boolean unmet) {
    static Need of(Condition condition, Topic about, boolean unmet) {
        return new Need(condition.word(), condition.check(), condition.owner(), about, unmet);
    }

    static Need toFindOut(Topic topic) {
        String key = "find-out-" + topic.word();
        return new Need(key, key, topic.from() == Topic.From.PROVIDER ? Party.PROVIDER : Party.CLIENT, topic, false);
    }

    public boolean isToFindOut() {
        return key.startsWith("find-out-");
    }
}
