package dev.mailcheck.probe;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;

import java.util.Arrays;

/**
 * An observation in JSON is an object with one field, named as its class. (A generated adapter of a
 * sealed type puts the fields of all kinds in one pot, where equal names must have equal types.)
 */
@CustomAdapter
public final class ObservationJsonAdapter implements JsonAdapter<Observation> {
    private final Jsonb jsonb;

    public ObservationJsonAdapter(Jsonb jsonb) {
        this.jsonb = jsonb;
    }

    @Override
    public void toJson(JsonWriter writer, Observation observation) {
        writer.beginObject();
        writer.name(observation.getClass().getSimpleName());
        write(writer, observation.getClass(), observation);
        writer.endObject();
    }

    private <T> void write(JsonWriter writer, Class<T> kind, Object observation) {
        jsonb.adapter(kind).toJson(writer, kind.cast(observation));
    }

    @Override
    public Observation fromJson(JsonReader reader) {
        reader.beginObject();
        if (!reader.hasNextField()) {
            throw new IllegalStateException("an observation without a kind");
        }
        Observation observation =
                (Observation) jsonb.adapter(kind(reader.nextField())).fromJson(reader);
        while (reader.hasNextField()) {
            reader.nextField();
            reader.skipValue();
        }
        reader.endObject();
        return observation;
    }

    private static Class<?> kind(String name) {
        return Arrays.stream(Observation.class.getPermittedSubclasses())
                .filter(kind -> kind.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown observation"));
    }
}
