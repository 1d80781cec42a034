package dev.mailcheck.dns;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;

/** A name is a plain string in JSON. */
@CustomAdapter
public final class DnsNameJsonAdapter implements JsonAdapter<DnsName> {
    /** The generator of the other adapters asks for this form. */
    public DnsNameJsonAdapter(Jsonb jsonb) {}

    @Override
    public void toJson(JsonWriter writer, DnsName name) {
        writer.value(name.text());
    }

    @Override
    public DnsName fromJson(JsonReader reader) {
        return DnsName.of(reader.readString());
    }
}
