package dev.mailcheck.world.dns;

import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads records in presentation form (RFC 1035, section 5) by dnsjava's master file parser. */
final class ZoneFile {
    private static final long TTL_SECONDS = 3600;

    private ZoneFile() {}

    /** Reads the zone and adds SOA and NS where it has none. */
    static ZoneContent read(Zone zone) {
        Name origin = Names.absolute(zone.origin());
        ZoneContent content = new ZoneContent(origin);
        records(zone.text(), origin).forEach(content::add);
        if (content.rrset(origin, Type.NS).isEmpty()) {
            records(DefaultServers.of(origin), origin).forEach(content::add);
        }
        if (content.rrset(origin, Type.SOA).isEmpty()) {
            records("@ SOA ns1 hostmaster 2026112201 7200 3600 1209600 900", origin)
                    .forEach(content::add);
        }
        return content;
    }

    /**
     * Reads records.
     *
     * @throws IllegalArgumentException when the text is not well-formed or a name leaves the zone
     */
    static List<Record> records(String text, Name origin) {
        List<Record> records = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Master master = new Master(new ByteArrayInputStream(bytes), origin, TTL_SECONDS)) {
            for (Record r = master.nextRecord(); r != null; r = master.nextRecord()) {
                records.add(inZone(r, origin));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("zone " + origin + ": " + e.getMessage(), e);
        }
        return records;
    }

    private static Record inZone(Record record, Name origin) {
        if (!record.getName().subdomain(origin)) {
            throw new IllegalArgumentException(record.getName() + " is not in zone " + origin);
        }
        return record;
    }
}
