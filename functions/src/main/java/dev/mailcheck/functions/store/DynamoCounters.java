package dev.mailcheck.functions.store;

import dev.mailcheck.store.Counters;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Counts by atomic additions. */
final class DynamoCounters implements Counters {
    private static final String COUNT = "count";

    private final Table table;

    DynamoCounters(Table table) {
        this.table = table;
    }

    @Override
    public long add(String key, long amount, Instant until) {
        String id = "count/" + key;
        while (true) {
            Optional<Map<String, AttributeValue>> item = table.update(id, addition(amount, until));
            if (item.isPresent()) {
                return Table.number(item.get(), COUNT);
            }
            if (table.putNew(id, first(amount, until))) {
                return amount;
            }
        }
    }

    private Table.Change addition(long amount, Instant until) {
        return new Table.Change(
                "SET #until = if_not_exists(#until, :until), #ttl = :ttl ADD #count :amount",
                "attribute_not_exists(#key) OR #until > :now",
                Map.of(
                        "#key",
                        Table.KEY,
                        "#until",
                        Table.UNTIL,
                        "#ttl",
                        Table.TTL,
                        "#count",
                        COUNT),
                Map.of(
                        ":until",
                        Table.millis(until),
                        ":ttl",
                        Table.ttl(until),
                        ":amount",
                        Table.number(amount),
                        ":now",
                        Table.millis(table.now())));
    }

    private static Map<String, AttributeValue> first(long amount, Instant until) {
        return Map.of(COUNT, Table.number(amount), Table.UNTIL, Table.millis(until));
    }
}
