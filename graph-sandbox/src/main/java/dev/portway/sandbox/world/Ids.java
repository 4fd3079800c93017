package dev.portway.sandbox.world;

import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * New ids and codes. The same world hands out the same ids in the same order, so that a rehearsal can be repeated.
 */
public final class Ids {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final SplittableRandom random = new SplittableRandom(20_261_121);
    private long phoneNumbers = 106_540_352_000_000L;
    private long templates = 1_689_556_900_000_000L;
    private long others = 770_000_000_000_000L;
    private long messages;
    private final Predicate<String> taken;

    /** Ids for which {@code taken} holds are passed over: a world that was loaded may have them already. */
    public Ids(Predicate<String> taken) {
        this.taken = taken;
    }

    public String phoneNumber() {
        do {
            phoneNumbers += 1 + random.nextInt(997);
        } while (taken.test(Long.toString(phoneNumbers)));
        return Long.toString(phoneNumbers);
    }

    /** Template ids are numbers in webhooks and text elsewhere. */
    public String template() {
        do {
            templates += 1 + random.nextInt(99_991);
        } while (taken.test(Long.toString(templates)));
        return Long.toString(templates);
    }

    public String other() {
        do {
            others += 1 + random.nextInt(99_991);
        } while (taken.test(Long.toString(others)));
        return Long.toString(others);
    }

    public String message() {
        return "wamid.SANDBOX" + HEX.toHexDigits(++messages, 12) + HEX.toHexDigits((short) random.nextInt(0x10000));
    }

    /** The six digits of an ownership code. Never starts with zero, as Meta's do not in any sample seen. */
    public String code() {
        return Integer.toString(100_000 + random.nextInt(900_000));
    }

    public String text(int length) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
