package dev.mailcheck.functions.store;

import dev.mailcheck.store.Claims;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Claims by conditional puts. */
final class DynamoClaims implements Claims {
    private static final String VALUE = "value";

    private final Table table;

    DynamoClaims(Table table) {
        this.table = table;
    }

    @Override
    public String claim(String key, String value, Instant until) {
        while (!table.putNew(id(key), item(value, until))) {
            Optional<String> first = holder(key);
            if (first.isPresent()) {
                return first.get();
            }
        }
        return value;
    }

    @Override
    public void replace(String key, String value, Instant until) {
        table.put(id(key), item(value, until));
    }

    @Override
    public Optional<String> holder(String key) {
        return table.get(id(key)).map(item -> Table.text(item, VALUE));
    }

    private static Map<String, AttributeValue> item(String value, Instant until) {
        return Map.of(VALUE, Table.text(value), Table.UNTIL, Table.millis(until));
    }

    private static String id(String key) {
        return "claim/" + key;
    }
}
