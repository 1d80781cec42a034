package dev.mailcheck.dns;

import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** A name and a type as they go over the wire; equal whatever the letters' case. */
record Question(Name name, int type) {
    static Question of(DnsName name, RecordType type) {
        return new Question(WireName.of(name), typeCode(type));
    }

    static int typeCode(RecordType type) {
        return Type.value(type.name());
    }

    @Override
    public String toString() {
        return WireName.text(name) + " " + Type.string(type);
    }
}
