package dev.mailcheck.json;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;

/** Writes {@link JsonNull} as null, with its name, where other nulls are left out. */
@CustomAdapter
public final class JsonNullAdapter implements JsonAdapter<JsonNull> {
    public JsonNullAdapter(Jsonb jsonb) {}

    @Override
    public void toJson(JsonWriter writer, JsonNull value) {
        boolean others = writer.serializeNulls();
        writer.serializeNulls(true);
        writer.nullValue();
        writer.serializeNulls(others);
    }

    @Override
    public JsonNull fromJson(JsonReader reader) {
        reader.skipValue();
        return JsonNull.NULL;
    }
}
