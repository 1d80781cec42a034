package dev.mailcheck.functions;

import dev.mailcheck.http.HttpAnswer;
import dev.mailcheck.http.HttpRequest;
import dev.mailcheck.http.Routes;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Leads a request from API Gateway through the routes and back. What the functions behind the API
 * may do differs; what they answer does not.
 */
final class HttpWork {
    private final Routes routes;
    private final Optional<URI> base;

    /**
     * @param base how the service is reached from outside; empty: as API Gateway says
     */
    HttpWork(Routes routes, Optional<URI> base) {
        this.routes = routes;
        this.base = base;
    }

    void answer(InputStream in, OutputStream out) throws IOException {
        HttpAnswer answer = routes.answer(request(JsonWire.read(GatewayEvent.class, in)));
        JsonWire.write(
                GatewayAnswer.class,
                new GatewayAnswer(answer.status(), answer.headers(), answer.text(), false),
                out);
    }

    private HttpRequest request(GatewayEvent event) {
        return new HttpRequest(
                event.httpMethod(),
                event.path(),
                orNone(event.queryStringParameters()),
                event.lowerCaseHeaders(),
                event.bytes(),
                base.orElseGet(event::base),
                event.requestContext().identity().sourceIp());
    }

    private static Map<String, String> orNone(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
