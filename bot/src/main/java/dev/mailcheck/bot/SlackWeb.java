package dev.mailcheck.bot;

import dev.mailcheck.json.JsonText;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Jsonb;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Speaks to Slack: answers at the address that came with a request, and the few methods of the web
 * API that are needed. It goes to Slack's own hosts only, over HTTPS, follows no redirect and ends
 * within seconds.
 */
public final class SlackWeb {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration WHOLE = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int TOO_MANY = 429;

    private final SlackAddresses addresses;
    private final Optional<String> token;
    private final Jsonb jsonb;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    /** What came of a call. */
    sealed interface Outcome {}

    /** It is done. */
    record Done() implements Outcome {}

    /** It will never be: the address has run out, the channel is gone, the token is revoked. */
    record Never(String why) implements Outcome {}

    /** Perhaps later. */
    record Later(Duration pause) implements Outcome {}

    /**
     * @param token of the bot; without one only answers can be given
     */
    public SlackWeb(SlackAddresses addresses, Optional<String> token, Jsonb jsonb) {
        this.addresses = addresses;
        this.token = token;
        this.jsonb = jsonb;
    }

    /** Answers at the address of a request. */
    Outcome respond(String responseUrl, Map<String, Object> message) {
        Optional<URI> url = addresses.responseUrl(responseUrl);
        return url.isEmpty()
                ? new Never("not an address of Slack")
                : sent(request(url.get(), message).build(), false);
    }

    /** Calls a method of the web API with the bot's token. */
    Outcome call(String method, Map<String, Object> arguments) {
        return token.isEmpty()
                ? new Never("no token")
                : sent(
                        request(addresses.method(method), arguments)
                                .header("authorization", "Bearer " + token.get())
                                .build(),
                        true);
    }

    private HttpRequest.Builder request(URI url, Map<String, Object> json) {
        String body = JsonText.of(jsonb.type(Object.class), json);
        return HttpRequest.newBuilder(url)
                .timeout(WHOLE)
                .header("content-type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }

    private Outcome sent(HttpRequest request, boolean isMethod) {
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            int status = answer.statusCode();
            if (status == TOO_MANY) {
                return new Later(wait(answer));
            }
            if (status >= 500) {
                return new Later(SOON);
            }
            if (status != 200) {
                return new Never(String.valueOf(status));
            }
            return isMethod ? ofMethod(answer.body()) : new Done();
        } catch (IOException unreachable) {
            return new Later(SOON);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Never("interrupted");
        }
    }

    private static Duration wait(HttpResponse<String> answer) {
        String seconds = answer.headers().firstValue("retry-after").orElse("1");
        Duration wait =
                seconds.matches("[0-9]{1,4}") ? Duration.ofSeconds(Long.parseLong(seconds)) : SOON;
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** What is no JSON object comes from something on the way, and not from Slack. */
    private Outcome ofMethod(String body) {
        try {
            return jsonb.type(Object.class).fromJson(body) instanceof Map<?, ?> answer
                    ? ofMethod(answer)
                    : new Later(SOON);
        } catch (JsonException | IndexOutOfBoundsException damaged) {
            return new Later(SOON);
        }
    }

    private static Outcome ofMethod(Map<?, ?> answer) {
        return Boolean.TRUE.equals(answer.get("ok"))
                ? new Done()
                : new Never(String.valueOf(answer.get("error")));
    }
}
