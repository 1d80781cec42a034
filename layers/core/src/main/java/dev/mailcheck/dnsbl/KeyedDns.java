package dev.mailcheck.dnsbl;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.DnsRecord;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ResolverKind;
import dev.mailcheck.dns.Security;
import dev.mailcheck.dns.ServerAnswer;
import dev.mailcheck.dns.ZoneView;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Another DNS in which the zones of lists have a key before them. Outside of it the word KEY stands
 * in the key's place, in questions and in all that is answered: whoever asks never sees the key, so
 * nobody can write it down.
 */
final class KeyedDns implements Dns {
    private final Dns dns;
    private final List<Place> places;

    /**
     * @param keys by the zone behind each
     */
    KeyedDns(Dns dns, Map<String, String> keys) {
        this.dns = dns;
        this.places =
                keys.entrySet().stream()
                        .map(key -> Place.of(key.getKey(), key.getValue()))
                        .toList();
    }

    /** Where a key goes. */
    private record Place(DnsName open, String secret, Pattern key) {
        static Place of(String zone, String key) {
            return new Place(
                    DnsName.of(KeyedZone.KEY + "." + zone),
                    key + "." + zone,
                    Pattern.compile(Pattern.quote(key), Pattern.CASE_INSENSITIVE));
        }

        Optional<DnsName> secret(DnsName name) {
            String before = name.text().substring(0, name.text().length() - open.text().length());
            return DnsName.parse(before + secret);
        }

        String hidden(String text) {
            return key.matcher(text).replaceAll(KeyedZone.KEY);
        }

        DnsName hidden(DnsName name) {
            return DnsName.parse(hidden(name.text())).orElse(open);
        }

        DnsAnswer hidden(DnsAnswer answer) {
            return switch (answer) {
                case DnsAnswer.Found(var records, var aliases) ->
                        new DnsAnswer.Found(
                                records.stream().map(this::hidden).toList(),
                                aliases.stream().map(this::hidden).toList());
                case DnsAnswer.Absent(boolean exists, var aliases) ->
                        new DnsAnswer.Absent(exists, aliases.stream().map(this::hidden).toList());
                case DnsAnswer.Failed(var reason, String detail) ->
                        new DnsAnswer.Failed(reason, hidden(detail));
            };
        }

        private DnsRecord hidden(DnsRecord record) {
            return new DnsRecord(
                    hidden(record.owner()), record.type(), record.ttl(), hidden(record.data()));
        }
    }

    private Optional<Place> place(DnsName name) {
        return places.stream().filter(place -> place.open().contains(name)).findFirst();
    }

    @Override
    public Lookup ask(DnsName name, RecordType type) {
        return place(name)
                .map(place -> ask(place, name, type))
                .orElseGet(() -> dns.ask(name, type));
    }

    /** A name that is too long with its key does not exist. */
    private Lookup ask(Place place, DnsName name, RecordType type) {
        Optional<DnsName> secret = place.secret(name);
        if (secret.isEmpty()) {
            return () -> new DnsAnswer.Absent(false, List.of());
        }
        Lookup lookup = dns.ask(secret.get(), type);
        return () -> place.hidden(lookup.answer());
    }

    @Override
    public Supplier<ServerAnswer> askServer(InetAddress server, DnsName name, RecordType type) {
        return dns.askServer(server, name, type);
    }

    @Override
    public Supplier<Security> security(DnsName name, RecordType type) {
        return dns.security(name, type);
    }

    @Override
    public Supplier<ResolverKind> resolverKind(DnsName name) {
        return dns.resolverKind(name);
    }

    @Override
    public ZoneView view() {
        return dns.view();
    }
}
