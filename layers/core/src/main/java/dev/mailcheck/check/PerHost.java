package dev.mailcheck.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers findings about addresses into one a host: the same code with the same arguments at
 * several addresses is one finding that lists them.
 */
final class PerHost {
    private final Map<Kind, List<String>> addresses = new LinkedHashMap<>();

    private record Kind(FindingCode code, String host, Map<String, String> arguments) {}

    void add(FindingCode code, String host, String address, Map<String, String> arguments) {
        addresses
                .computeIfAbsent(new Kind(code, host, arguments), kind -> new ArrayList<>())
                .add(address);
    }

    /** In the order in which each kind came first. */
    List<Finding> findings() {
        return addresses.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Finding finding(Kind kind, List<String> addresses) {
        List<String> arguments =
                new ArrayList<>(List.of("addresses", String.join(", ", addresses)));
        kind.arguments().forEach((name, value) -> arguments.addAll(List.of(name, value)));
        return Finding.of(kind.code(), kind.host(), arguments.toArray(String[]::new));
    }
}
