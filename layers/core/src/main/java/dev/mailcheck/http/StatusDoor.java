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
    private static final String ICON = "/icon.svg";

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
        return resource(DOCUMENT, "application/json");
    }

    HttpAnswer icon(Route.Call call) {
        return resource(ICON, "image/svg+xml").with("cache-control", "public, max-age=86400");
    }

    private static HttpAnswer resource(String name, String mediaType) {
        try (InputStream in = StatusDoor.class.getResourceAsStream(name)) {
            byte[] content = Objects.requireNonNull(in, name).readAllBytes();
            return new HttpAnswer(200, Map.of("content-type", mediaType), content);
        } catch (IOException ours) {
            throw new UncheckedIOException(name, ours);
        }
    }
}
