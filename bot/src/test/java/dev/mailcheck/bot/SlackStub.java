package dev.mailcheck.bot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.avaje.jsonb.Jsonb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Slack on loopback: takes answers and the methods of the web API, holds every payload against the
 * published limits and every method against the scopes that the manifest asks for, and lets an
 * answer's address be used five times.
 */
public final class SlackStub implements AutoCloseable {
    public static final String BOT_TOKEN = "xoxb-1-canary-bot-token";
    public static final String APP_TOKEN = "xapp-1-canary-app-token";

    private static final int USES = 5;

    /** The scope that a method wants of the bot's token; none where any token does. */
    private static final Map<String, String> SCOPES =
            Map.of("chat.postMessage", "chat:write", "views.open", "");

    private final HttpServer server;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private final List<Sent> sent = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, Reply> replies = new HashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private Set<String> scopes = Set.of("commands", "chat:write");
    private URI socket = URI.create("ws://127.0.0.1:1/");

    /** What was sent: where to, and what. */
    public record Sent(String to, Map<String, Object> json) {
        public String text() {
            return json.toString();
        }

        public boolean isInChannel() {
            return "in_channel".equals(json.get("response_type"));
        }
    }

    /** What is answered in place of the usual. */
    public record Reply(int status, String body) {}

    private SlackStub(HttpServer server) {
        this.server = server;
    }

    /**
     * Opens it.
     *
     * @param port 0: any
     */
    public static SlackStub open(int port) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
            SlackStub stub = new SlackStub(server);
            server.createContext("/", stub::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return stub;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    public SlackAddresses addresses() {
        return SlackAddresses.lab(url());
    }

    /** An address for answers that nobody has used. */
    public String responseUrl() {
        return url() + "hooks/" + next.incrementAndGet();
    }

    public void scopes(String... granted) {
        scopes = Set.of(granted);
    }

    /** Where the WebSocket of Socket Mode is. */
    public void socket(URI url) {
        socket = url;
    }

    /** From now on this path is answered so. */
    public void replies(String path, int status, String body) {
        lock.lock();
        try {
            replies.put(path, new Reply(status, body));
        } finally {
            lock.unlock();
        }
    }

    /** This path is answered as usual again. */
    public void mends(String path) {
        lock.lock();
        try {
            replies.remove(path);
        } finally {
            lock.unlock();
        }
    }

    public List<Sent> sent() {
        lock.lock();
        try {
            return List.copyOf(sent);
        } finally {
            lock.unlock();
        }
    }

    public List<String> complaints() {
        lock.lock();
        try {
            return List.copyOf(complaints);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something of this kind was sent, and tells the first of it. */
    public Sent await(Predicate<Sent> kind) {
        long left = TimeUnit.SECONDS.toNanos(120);
        lock.lock();
        try {
            while (sent.stream().noneMatch(kind)) {
                if (left <= 0) {
                    throw new AssertionError("never sent; but " + sent + " " + complaints);
                }
                left = came.awaitNanos(left);
            }
            return sent.stream().filter(kind).findFirst().orElseThrow();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        } finally {
            lock.unlock();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String token = String.valueOf(exchange.getRequestHeaders().getFirst("authorization"));
        Reply reply;
        lock.lock();
        try {
            reply = replied(path, token, body);
            came.signalAll();
        } finally {
            lock.unlock();
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Reply replied(String path, String token, String body) {
        if (path.equals("/api/apps.connections.open")) {
            return token.equals("Bearer " + APP_TOKEN)
                    ? new Reply(200, "{\"ok\":true,\"url\":\"" + socket + "\"}")
                    : new Reply(200, "{\"ok\":false,\"error\":\"invalid_auth\"}");
        }
        if (path.equals("/api/auth.test")) {
            return new Reply(200, "{\"ok\":true}");
        }
        if (replies.containsKey(path)) {
            sent.add(new Sent(path, Map.of("refused", body)));
            return java.util.Objects.requireNonNull(replies.get(path));
        }
        Map<String, Object> json = Jsonb.instance().type(Object.class).map().fromJson(body);
        return path.startsWith("/hooks/")
                ? responded(path, json)
                : method(path.replace("/api/", ""), token, json);
    }

    private Reply responded(String path, Map<String, Object> json) {
        if (uses.merge(path, 1, Integer::sum) > USES) {
            complaints.add("used more than five times: " + path);
            return new Reply(404, "used_url");
        }
        complaints.addAll(BlockRules.ofMessage(json));
        sent.add(new Sent(path, json));
        return new Reply(200, "ok");
    }

    private Reply method(String name, String token, Map<String, Object> json) {
        String scope = SCOPES.get(name);
        if (scope == null) {
            complaints.add("unknown method " + name);
            return new Reply(200, "{\"ok\":false,\"error\":\"unknown_method\"}");
        }
        if (!token.equals("Bearer " + BOT_TOKEN)) {
            return new Reply(200, "{\"ok\":false,\"error\":\"invalid_auth\"}");
        }
        if (!scope.isEmpty() && !scopes.contains(scope)) {
            return new Reply(200, "{\"ok\":false,\"error\":\"missing_scope\"}");
        }
        complaints.addAll(
                json.get("view") instanceof Map<?, ?>
                        ? BlockRules.ofView(view(json))
                        : BlockRules.ofMessage(json));
        sent.add(new Sent("/api/" + name, json));
        return new Reply(200, "{\"ok\":true}");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> view(Map<String, Object> json) {
        return (Map<String, Object>) java.util.Objects.requireNonNull(json.get("view"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
