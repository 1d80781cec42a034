package dev.mailcheck.bot.app;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a request is Slack's: its signature over time and body, compared in constant time, of the
 * last five minutes or the next.
 */
final class Signatures {
    private static final long SKEW_SECONDS = 300;
    private static final String MAC = "HmacSHA256";
    private static final String VERSION = "v0";
    private static final String TIME = "x-slack-request-timestamp";
    private static final String SIGNATURE = "x-slack-signature";

    private final SecretKeySpec key;
    private final Clock clock;

    Signatures(String signingSecret, Clock clock) {
        this.key = new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), MAC);
        this.clock = clock;
    }

    /** Of headers in lower case, and the body byte for byte. */
    boolean isGood(Map<String, String> headers, byte[] body) {
        String time = headers.getOrDefault(TIME, "");
        String signature = headers.getOrDefault(SIGNATURE, "");
        return seconds(time).filter(this::isNow).isPresent()
                && MessageDigest.isEqual(
                        signature.getBytes(StandardCharsets.UTF_8),
                        of(time, body).getBytes(StandardCharsets.UTF_8));
    }

    /** As Slack would sign it now. */
    Map<String, String> headersOf(byte[] body) {
        String time = String.valueOf(clock.instant().getEpochSecond());
        return Map.of(TIME, time, SIGNATURE, of(time, body));
    }

    private static Optional<Long> seconds(String time) {
        return time.matches("[0-9]{1,12}") ? Optional.of(Long.parseLong(time)) : Optional.empty();
    }

    private boolean isNow(long seconds) {
        return Math.abs(clock.instant().getEpochSecond() - seconds) <= SKEW_SECONDS;
    }

    private String of(String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update((VERSION + ":" + time + ":").getBytes(StandardCharsets.UTF_8));
            return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
