package dev.mailcheck.cli;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dnsbl.BlockLists;
import dev.mailcheck.dnsbl.ListAccess;
import dev.mailcheck.dnsbl.ListKeys;
import dev.mailcheck.dnsbl.ListUse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lists that the user named, and the keys at hand: those in variables, and those in zones as
 * people paste them, which no message repeats.
 */
record ListOptions(List<String> dnsbl, List<String> uribl, ListAccess access, ListKeys keys) {
    private static final Pattern ZONE =
            Pattern.compile("[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63})+");
    private static final String SECRETS = "MAILCHECK_";

    static ListOptions read(Arguments arguments, Environment environment) throws UsageException {
        List<String> dnsbl = zones(arguments, Option.DNSBL);
        List<String> uribl = zones(arguments, Option.URIBL);
        boolean plain = dnsbl.isEmpty() && uribl.isEmpty();
        if (plain && environment.variables().keySet().stream().noneMatch(ListOptions::isSecret)) {
            return new ListOptions(dnsbl, uribl, ListAccess.WITHOUT_KEYS, ListKeys.NONE);
        }
        BlockLists lists = BlockLists.known();
        ListKeys keys = keys(lists, environment);
        for (List<String> named : List.of(dnsbl, uribl)) {
            for (String zone : named) {
                keys = keys.withKeyIn(zone, lists);
            }
        }
        ListAccess access = new ListAccess(ListUse.COMMAND_LINE, keys.variables());
        return new ListOptions(
                shown(Option.DNSBL, dnsbl, lists), shown(Option.URIBL, uribl, lists), access, keys);
    }

    private static boolean isSecret(String variable) {
        return variable.startsWith(SECRETS);
    }

    private static ListKeys keys(BlockLists lists, Environment environment) throws UsageException {
        for (String variable : ListKeys.variables(lists)) {
            Optional<String> key = environment.variable(variable);
            if (key.isPresent() && !ListKeys.isKey(key.get())) {
                throw new UsageException(
                        variable + " holds no key of a list: letters, digits and hyphens");
            }
        }
        return ListKeys.of(lists, environment::variable);
    }

    private static List<String> zones(Arguments arguments, Option option) throws UsageException {
        List<String> zones = new ArrayList<>();
        for (String value : arguments.values(option)) {
            zones.addAll(List.of(value.split(",", -1)));
        }
        if (zones.contains(BlockLists.NONE) && zones.stream().distinct().count() > 1) {
            throw new UsageException(option.word() + " takes zones of lists, or none alone");
        }
        return zones;
    }

    private static List<String> shown(Option option, List<String> zones, BlockLists lists)
            throws UsageException {
        List<String> shown = new ArrayList<>();
        for (String zone : zones) {
            String open = ListKeys.shown(zone, lists);
            boolean isZone = ZONE.matcher(zone).matches() && DnsName.parse(zone).isPresent();
            if (!isZone && !zone.equals(BlockLists.NONE)) {
                throw Values.wrong(option.word(), open, "the zone of a list, or none");
            }
            shown.add(open.equals(zone) ? zone.toLowerCase(Locale.ROOT) : open);
        }
        return shown;
    }
}
