package dev.mailcheck.http;

import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Jsonb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** What programs want to know of the service itself. */
final class StatusDoor {
    private static final String DOCUMENT = "/openapi.json";

    private final Stores stores;

    StatusDoor(Stores stores) {
        this.stores = stores;
    }

    /** Asks the store, without which nothing works. */
    HttpAnswer health(Route.Call call) {
        stores.claims().holder("healthz");
        return JsonAnswer.of(200, Map.of("status", "ok"), Jsonb.instance());
    }

    HttpAnswer openApi(Route.Call call) {
        try (InputStream in = StatusDoor.class.getResourceAsStream(DOCUMENT)) {
            byte[] document = Objects.requireNonNull(in, DOCUMENT).readAllBytes();
            return new HttpAnswer(200, Map.of("content-type", "application/json"), document);
        } catch (IOException ours) {
            throw new UncheckedIOException(DOCUMENT, ours);
        }
    }
}
