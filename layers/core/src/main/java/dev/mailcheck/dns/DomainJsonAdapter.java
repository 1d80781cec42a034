package dev.mailcheck.dns;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;

/** A domain is a plain string in JSON. */
@CustomAdapter
public final class DomainJsonAdapter implements JsonAdapter<Domain> {
    /** The generator of the other adapters asks for this form. */
    public DomainJsonAdapter(Jsonb jsonb) {}

    @Override
    public void toJson(JsonWriter writer, Domain domain) {
        writer.value(domain.name());
    }

    @Override
    public Domain fromJson(JsonReader reader) {
        return new Domain(reader.readString());
    }
}
