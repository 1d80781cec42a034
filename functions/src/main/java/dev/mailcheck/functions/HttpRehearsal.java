package dev.mailcheck.functions;

import dev.mailcheck.service.Publication;
import dev.mailcheck.store.StoredRun;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Types;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A visitor from the start page to the report, rehearsed by the functions behind the API. */
final class HttpRehearsal {
    private final HttpWork work;

    private HttpRehearsal(HttpWork work) {
        this.work = work;
    }

    /** What the visitor reads in the end. */
    static String on(Stage stage, RehearsedRun run, Map<String, String> environment)
            throws IOException {
        List<StoredRun> started = new ArrayList<>();
        Map<String, String> open = new HashMap<>(environment);
        open.put(HttpService.OPEN, "true");
        HttpWork work =
                HttpService.work(
                        stage.stores(),
                        stored -> {
                            started.add(stored);
                            stage.starter().start(stored);
                        },
                        open,
                        LogLines.toNobody());
        return new HttpRehearsal(work).visit(run, started, stage.stores());
    }

    private String visit(RehearsedRun run, List<StoredRun> started, Stores stores)
            throws IOException {
        get("/");
        String page = "/checks/" + ask(run);
        get(page);
        get(page + "/progress");
        new Publication(stores, new SecureRandom(), JsonWire.jsonb())
                .publish(started.getFirst().key(), run.recording().seen(), run.recording().at());
        get(page + "/progress");
        get(page + "/report.json");
        return get(page);
    }

    private String ask(RehearsedRun run) throws IOException {
        String body = "{\"domain\":\"" + run.recording().seen().target().domain().name() + "\"}";
        String answer = answer("POST", "/checks", "application/json", body);
        return member(member(answer, "body"), "id");
    }

    private static String member(String json, String name) {
        return String.valueOf(
                JsonWire.jsonb()
                        .<Map<String, Object>>type(Types.mapOf(Object.class))
                        .fromJson(json)
                        .get(name));
    }

    private String get(String path) throws IOException {
        return answer("GET", path, "text/html", null);
    }

    private String answer(String method, String path, String type, @Nullable String body)
            throws IOException {
        GatewayEvent event =
                new GatewayEvent(
                        method,
                        path,
                        Map.of("Accept", type, "Content-Type", type),
                        null,
                        body,
                        false,
                        new GatewayEvent.Circumstances(
                                null, path, new GatewayEvent.Identity("192.0.2.1")));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        work.answer(JsonWire.event(GatewayEvent.class, event), answer);
        return answer.toString(StandardCharsets.UTF_8);
    }
}
