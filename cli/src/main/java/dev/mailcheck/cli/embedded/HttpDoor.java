package dev.mailcheck.cli.embedded;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.mailcheck.http.FormFields;
import dev.mailcheck.http.HttpAnswer;
import dev.mailcheck.http.HttpRequest;
import dev.mailcheck.http.Routes;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's HTTP server before the routes, with a virtual thread for each request. */
public final class HttpDoor implements AutoCloseable {
    private static final int BACKLOG = 200;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Routes routes;
    private final Naming naming;
    private final boolean behindProxy;

    private HttpDoor(
            HttpServer server,
            ExecutorService threads,
            Routes routes,
            Naming naming,
            boolean behindProxy) {
        this.server = server;
        this.threads = threads;
        this.routes = routes;
        this.naming = naming;
        this.behindProxy = behindProxy;
    }

    /**
     * Opens the door.
     *
     * @param behindProxy a proxy of ours stands before us and says last in X-Forwarded-For who asks
     * @throws IOException where the address cannot be listened at
     */
    public static HttpDoor open(
            InetSocketAddress listen, Routes routes, Naming naming, boolean behindProxy)
            throws IOException {
        limit();
        HttpServer server = HttpServer.create(listen, BACKLOG);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpDoor door = new HttpDoor(server, threads, routes, naming, behindProxy);
        server.createContext("/", door::handle);
        server.setExecutor(threads);
        server.start();
        return door;
    }

    /** Seconds and numbers within which a client must be done; the server reads them once. */
    private static void limit() {
        System.setProperty("sun.net.httpserver.maxReqTime", "20");
        System.setProperty("sun.net.httpserver.maxRspTime", "30");
        System.setProperty("sun.net.httpserver.maxReqHeaders", "100");
        System.setProperty("sun.net.httpserver.maxReqHeaderSize", "32768");
        System.setProperty("jdk.httpserver.maxConnections", "1000");
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getRequestHeaders();
            String host = Optional.ofNullable(headers.getFirst("Host")).orElseGet(this::ownAddress);
            Optional<URI> base = naming.base(host);
            HttpRequest request = request(exchange, base.orElse(URI.create("http://localhost")));
            send(base.isPresent() ? routes.answer(request) : routes.misdirected(request), exchange);
        }
    }

    private String ownAddress() {
        return "localhost:" + address().getPort();
    }

    private HttpRequest request(HttpExchange exchange, URI base) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        URI asked = exchange.getRequestURI();
        return new HttpRequest(
                exchange.getRequestMethod(),
                Optional.ofNullable(asked.getRawPath()).orElse("/"),
                FormFields.read(Optional.ofNullable(asked.getRawQuery()).orElse("")),
                headers,
                exchange.getRequestBody().readNBytes(HttpRequest.MAX_BODY + 1),
                base,
                source(exchange));
    }

    private String source(HttpExchange exchange) {
        String peer =
                exchange.getRemoteAddress().getAddress().getHostAddress().replaceFirst("%.*", "");
        List<String> forwarded = exchange.getRequestHeaders().get("X-Forwarded-For");
        if (!behindProxy || forwarded == null || forwarded.isEmpty()) {
            return peer;
        }
        String last = forwarded.getLast();
        return last.substring(last.lastIndexOf(',') + 1).strip();
    }

    private static void send(HttpAnswer answer, HttpExchange exchange) throws IOException {
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        int length = answer.body().length;
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
        if (length > 0) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    /** Requests that are being answered have a second to end. */
    @Override
    public void close() {
        server.stop(1);
        threads.shutdownNow();
    }
}
