package dev.mailcheck.functions.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Everything that waits for LocalStack ends: without an answer the test fails, and the log has
 * where each thread of LocalStack was.
 */
final class Patience {
    /** The longest start of a function, and the longest that a function may take. */
    private static final Duration ANSWER = Duration.ofMinutes(3);

    /** A deployment. */
    private static final Duration ORDER = Duration.ofMinutes(6);

    private static final Duration STACKS = Duration.ofSeconds(5);

    private final Process lab;

    /** Without an offer of HTTP/2, which it does not speak. */
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(ANSWER)
                    .build();

    Patience(Process lab) {
        this.lab = lab;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest built = request.timeout(ANSWER).build();
        try {
            return http.send(built, HttpResponse.BodyHandlers.ofString());
        } catch (HttpTimeoutException late) {
            throw exhausted(built.method() + " " + built.uri(), late);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(built.method() + " " + built.uri(), failed);
        }
    }

    /** The next line; empty at the end. */
    String line(BufferedReader lines) throws IOException {
        try {
            return CompletableFuture.supplyAsync(() -> read(lines))
                    .get(ORDER.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw exhausted("what it was told to do", late);
        } catch (ExecutionException | InterruptedException failed) {
            throw new IOException(failed);
        }
    }

    private static String read(BufferedReader lines) {
        try {
            String line = lines.readLine();
            return line == null ? "" : line;
        } catch (IOException ended) {
            return "";
        }
    }

    private AssertionError exhausted(String what, Exception late) {
        try {
            new ProcessBuilder("kill", "-USR1", Long.toString(lab.pid())).start().waitFor();
            Thread.sleep(STACKS);
        } catch (IOException | InterruptedException without) {
            late.addSuppressed(without);
        }
        return new AssertionError(
                "LocalStack gives no answer to "
                        + what
                        + "; functions/target/localstack.log has where its threads were",
                late);
    }
}
