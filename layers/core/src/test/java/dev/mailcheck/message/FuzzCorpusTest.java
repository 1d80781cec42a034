package dev.mailcheck.message;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * Runs each fuzz target over seeds and corpora, and over what a fixed sequence of changes makes of
 * them. Longer runs with Jazzer: .ci/fuzz.
 */
class FuzzCorpusTest {
    private static final int CHANGED = 2_000;

    @ParameterizedTest
    @EnumSource
    void inputsAreRead(FuzzTarget target) {
        for (byte[] input : target.inputs()) {
            assertReads(target, input);
        }
    }

    @ParameterizedTest
    @EnumSource
    void changedInputsAreRead(FuzzTarget target) {
        Random random = new Random(20_261_122);
        List<byte[]> inputs = target.inputs();
        for (int i = 0; i < CHANGED; i++) {
            assertReads(target, changed(inputs.get(random.nextInt(inputs.size())), random));
        }
    }

    private static void assertReads(FuzzTarget target, byte[] input) {
        assertThatCode(() -> target.run(input))
                .as(() -> Base64.getEncoder().encodeToString(input))
                .doesNotThrowAnyException();
    }

    /** Some bytes put in, taken out, doubled or replaced, mostly by such as mean something. */
    private static byte[] changed(byte[] seed, Random random) {
        String signs = "\r\n\t ()<>[]{}@,;:.\\\"'=?*%&/-_+|\0\u00e9\u00ff0aZ";
        StringBuilder text = new StringBuilder(new String(seed, StandardCharsets.ISO_8859_1));
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            char sign = signs.charAt(random.nextInt(signs.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, sign);
                case 1 -> text.setCharAt(at, sign);
                case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(9)));
                default -> text.insert(random.nextInt(text.length()), text.substring(at));
            }
            text.setLength(Math.min(text.length(), 4_000));
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
