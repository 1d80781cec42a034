package dev.mailcheck.bot;

import io.avaje.jsonb.Jsonb;

import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Slack's end of Socket Mode on loopback: sends envelopes and takes what they are answered with.
 */
public final class SocketStub implements AutoCloseable {
    private static final long PATIENCE = 60;

    private final Server server = new Server();
    private final AtomicInteger next = new AtomicInteger();

    private SocketStub() {}

    public static SocketStub open() throws InterruptedException {
        SocketStub stub = new SocketStub();
        stub.server.start();
        if (!stub.server.up.await(PATIENCE, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no WebSocket server");
        }
        return stub;
    }

    public URI url() {
        return URI.create("ws://127.0.0.1:" + server.getPort() + "/link/?ticket=1");
    }

    /** Sends an envelope, and tells what was answered to it. */
    public Map<String, Object> sends(String type, Map<String, ?> payload)
            throws InterruptedException {
        String id = "envelope-" + next.incrementAndGet();
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("envelope_id", id);
        envelope.put("type", type);
        envelope.put("accepts_response_payload", true);
        envelope.put("payload", payload);
        send(Requests.json(envelope));
        while (true) {
            Map<String, Object> answer = answered();
            if (id.equals(answer.get("envelope_id"))) {
                return answer;
            }
        }
    }

    /** Sends any text. */
    public void send(String text) throws InterruptedException {
        connection().send(text);
    }

    /** Ends the connection, as Slack does every few hours. */
    public void hangsUp() throws InterruptedException {
        connection().close();
        server.connection = new CountDownLatch(1);
        server.open = Optional.empty();
    }

    private WebSocket connection() throws InterruptedException {
        if (!server.connection.await(PATIENCE, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody has connected");
        }
        return server.open.orElseThrow();
    }

    private Map<String, Object> answered() throws InterruptedException {
        String text = server.said.poll(PATIENCE, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("no answer");
        }
        return Jsonb.instance().type(Object.class).map().fromJson(text);
    }

    @Override
    public void close() {
        try {
            server.stop(1_000);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Server extends WebSocketServer {
        private final CountDownLatch up = new CountDownLatch(1);
        private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
        private volatile CountDownLatch connection = new CountDownLatch(1);
        private volatile Optional<WebSocket> open = Optional.empty();

        Server() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            setReuseAddr(true);
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {
            socket.send("{\"type\":\"hello\",\"num_connections\":1}");
            open = Optional.of(socket);
            connection.countDown();
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

        @Override
        public void onMessage(WebSocket socket, String message) {
            said.add(message);
        }

        @Override
        public void onError(
                @org.jspecify.annotations.Nullable WebSocket socket, Exception failed) {}

        @Override
        public void onStart() {
            up.countDown();
        }
    }
}
