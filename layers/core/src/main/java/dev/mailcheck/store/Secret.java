package dev.mailcheck.store;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * 128 random bits that are the only key to something: the id of a check, the token of a badge, the
 * key of a run. Whoever has the text may see what it opens.
 */
public record Secret(String text) {
    private static final int BYTES = 16;

    public Secret {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not an id");
        }
    }

    /**
     * A new one.
     *
     * @param random one that nobody can predict
     */
    public static Secret random(RandomGenerator random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new Secret(HexFormat.of().formatHex(bits));
    }

    /** Empty where the text cannot be one, whatever it is. */
    public static Optional<Secret> parse(String text) {
        return isValid(text) ? Optional.of(new Secret(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return text.length() == 2 * BYTES && text.matches("[0-9a-f]+");
    }

    public Hashed hashed() {
        return Hashed.of(text);
    }

    /** What may stand in a log. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
