package dev.mailcheck.dns;

import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

import java.util.Arrays;
import java.util.Optional;

/** A name and a type as they go over the wire; equal whatever the letters' case. */
record Question(Name name, int type) {
    static Question of(DnsName name, RecordType type) {
        return new Question(WireName.of(name), typeCode(type));
    }

    /** Empty for types that are not ours to ask. */
    Optional<RecordType> recordType() {
        return Arrays.stream(RecordType.values()).filter(t -> typeCode(t) == type).findFirst();
    }

    static int typeCode(RecordType type) {
        return Type.value(type.name());
    }

    @Override
    public String toString() {
        return WireName.text(name) + " " + Type.string(type);
    }
}
