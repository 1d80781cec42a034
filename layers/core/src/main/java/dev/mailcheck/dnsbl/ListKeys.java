package dev.mailcheck.dnsbl;

import dev.mailcheck.dns.Dns;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The customer's keys for lists: secrets. They go into the names of questions and nowhere else: not
 * into options, observations, records, messages; {@link #toString} tells none.
 */
public final class ListKeys {
    public static final ListKeys NONE = new ListKeys(List.of(), Map.of());

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,63}");

    private final List<String> variables;

    /** By the zone behind the key. */
    private final Map<String, String> keys;

    private ListKeys(List<String> variables, Map<String, String> keys) {
        this.variables = List.copyOf(variables);
        this.keys = Map.copyOf(keys);
    }

    /** Those that the variables hold; one that {@link #isKey} refuses is the caller's bug. */
    public static ListKeys of(BlockLists lists, Function<String, Optional<String>> variable) {
        Map<String, String> keys = new HashMap<>();
        for (KeyedZone keyed : lists.keyed()) {
            variable.apply(keyed.variable()).ifPresent(key -> keys.put(keyed.zone(), key));
        }
        List<String> variables =
                lists.keyed().stream()
                        .filter(keyed -> keys.containsKey(keyed.zone()))
                        .map(KeyedZone::variable)
                        .distinct()
                        .toList();
        return new ListKeys(variables, keys);
    }

    /** The variables that keys are read from. */
    public static List<String> variables(BlockLists lists) {
        return lists.keyed().stream().map(KeyedZone::variable).distinct().toList();
    }

    /** Whether a text can be a key: one label of a name. */
    public static boolean isKey(String text) {
        return FORM.matcher(text).matches();
    }

    /** These and the key that a zone has in its name, as people paste it; else the same. */
    public ListKeys withKeyIn(String zone, BlockLists lists) {
        Optional<KeyedZone> keyed = keyedZone(zone, lists);
        if (keyed.isEmpty()) {
            return this;
        }
        String key = zone.substring(0, zone.indexOf('.'));
        if (key.equalsIgnoreCase(KeyedZone.KEY)) {
            return this;
        }
        Map<String, String> more = new HashMap<>(keys);
        more.put(keyed.get().zone(), key);
        return new ListKeys(variables, more);
    }

    /** A text as it may be shown: KEY in the place of whatever stands before a keyed zone. */
    public static String shown(String text, BlockLists lists) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lists.keyed().stream()
                .filter(keyed -> lower.contains(keyed.zone()))
                .findFirst()
                .map(KeyedZone::shown)
                .orElse(text);
    }

    private static Optional<KeyedZone> keyedZone(String zone, BlockLists lists) {
        String behind = zone.substring(zone.indexOf('.') + 1).toLowerCase(Locale.ROOT);
        return lists.keyed().stream().filter(keyed -> keyed.zone().equals(behind)).findFirst();
    }

    /** The variables whose keys are here. */
    public List<String> variables() {
        return variables;
    }

    /** The key for a zone. */
    Optional<String> key(String zone) {
        return Optional.ofNullable(keys.get(zone));
    }

    /** The DNS that puts keys into questions, and takes them out of answers. */
    public Dns around(Dns dns) {
        return keys.isEmpty() ? dns : new KeyedDns(dns, keys);
    }

    @Override
    public String toString() {
        return "ListKeys of " + keys.keySet();
    }
}
