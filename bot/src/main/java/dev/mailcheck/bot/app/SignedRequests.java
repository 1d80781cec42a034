package dev.mailcheck.bot.app;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The way in by HTTP. What is not signed by Slack within the last minutes gets no further than the
 * signature, and neither does what is too long; what follows is Bolt's.
 */
public final class SignedRequests {
    private static final int MAX_BODY = 256 * 1024;

    private final App app;
    private final SlackRequestParser parser;
    private final Signatures signatures;
    private final Consumer<RuntimeException> faults;

    /** An answer, with a body of JSON or an empty one. */
    public record Reply(int status, String contentType, String body) {
        static Reply of(int status, String words) {
            return new Reply(status, "text/plain; charset=utf-8", words);
        }
    }

    public SignedRequests(
            App app, String signingSecret, Clock clock, Consumer<RuntimeException> faults) {
        this.app = app;
        this.parser = new SlackRequestParser(app.config());
        this.signatures = new Signatures(signingSecret, clock);
        this.faults = faults;
    }

    /**
     * Answers a request.
     *
     * @param headers with names in lower case
     * @param base where our pages are, as this request reached us
     */
    public Reply answer(String path, Map<String, String> headers, byte[] body, URI base) {
        if (body.length > MAX_BODY) {
            return Reply.of(413, "too large");
        }
        if (!signatures.isGood(headers, body)) {
            return Reply.of(401, "not signed by Slack");
        }
        return answered(path, headers, new String(body, StandardCharsets.UTF_8), base);
    }

    /** The headers of such a request, signed now: for rehearsals. */
    public Map<String, String> headersOf(byte[] body) {
        return signatures.headersOf(body);
    }

    private Reply answered(String path, Map<String, String> headers, String body, URI base) {
        try {
            Request<?> request =
                    parser.parse(
                            SlackRequestParser.HttpRequest.builder()
                                    .requestUri(path)
                                    .queryString(Map.of())
                                    .headers(new RequestHeaders(lists(headers, base)))
                                    .requestBody(body)
                                    .remoteAddress("")
                                    .build());
            return request == null ? Reply.of(400, "no request of Slack") : reply(app.run(request));
        } catch (RuntimeException fault) {
            faults.accept(fault);
            return Reply.of(500, "a fault of ours");
        } catch (Exception ofBolt) {
            faults.accept(new IllegalStateException(ofBolt));
            return Reply.of(500, "a fault of ours");
        }
    }

    private static Map<String, List<String>> lists(Map<String, String> headers, URI base) {
        Map<String, List<String>> lists = new HashMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        lists.put(SlackApp.BASE, List.of(base.toString()));
        return lists;
    }

    private static Reply reply(Response response) {
        String body = response.getBody() == null ? "" : response.getBody();
        return new Reply(response.getStatusCode(), response.getContentType(), body);
    }
}
