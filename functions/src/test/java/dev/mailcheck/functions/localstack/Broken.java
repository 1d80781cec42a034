package dev.mailcheck.functions.localstack;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Functions that go wrong in place of a probe, each in its way. */
final class Broken {
    private Broken() {}

    static Class<?> named(String fault) {
        return List.of(Throws.class, Hangs.class, Exits.class, Junk.class, TooMuch.class).stream()
                .filter(each -> each.getSimpleName().equals(fault))
                .findFirst()
                .orElseThrow();
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** It throws. */
    public static final class Throws implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) {
            throw new IllegalStateException("broken on purpose");
        }
    }

    /** It never answers. */
    public static final class Hangs implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) {
            try {
                Thread.sleep(Duration.ofMinutes(10));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Its process ends. */
    public static final class Exits implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) {
            Runtime.getRuntime().halt(3);
        }
    }

    /** It answers something else. */
    public static final class Junk implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context)
                throws IOException {
            say(out, "{\"parcel\":\"junk\"}");
        }
    }

    /** It answers more than a state machine passes on. */
    public static final class TooMuch implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context)
                throws IOException {
            say(out, "{\"parcel\":\"" + "A".repeat(300 << 10) + "\"}");
        }
    }
}
