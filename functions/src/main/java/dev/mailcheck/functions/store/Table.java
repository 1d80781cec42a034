package dev.mailcheck.functions.store;

import dev.mailcheck.store.StoreException;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one table: items under a key that begins with their kind. An item that has expired is not
 * there, although DynamoDB removes it days later. Reads are consistent.
 */
final class Table {
    static final String KEY = "key";
    static final String UNTIL = "until";

    /** Seconds, as DynamoDB's own removal wants it; {@link #UNTIL} has the exact time. */
    static final String TTL = "expires";

    /** Longer than any clock of ours may be late. */
    private static final Duration SLACK = Duration.ofHours(1);

    private final DynamoDbClient client;
    private final String name;
    private final Clock clock;

    Table(DynamoDbClient client, String name, Clock clock) {
        this.client = client;
        this.name = name;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Optional<Map<String, AttributeValue>> get(String key) {
        return Optional.of(
                        tried(() ->
                                        client.getItem(r ->
                                                r.tableName(name)
                                                        .key(key(key))
                                                        .consistentRead(true)))
                                .item())
                .filter(item -> !item.isEmpty())
                .filter(item -> !item.containsKey(UNTIL) || instant(item, UNTIL).isAfter(now()));
    }

    /** Puts it in any case. */
    void put(String key, Map<String, AttributeValue> item) {
        tried(() -> client.putItem(r -> r.tableName(name).item(whole(key, item))));
    }

    /** Puts it where nothing is that has not expired; whether it did. */
    boolean putNew(String key, Map<String, AttributeValue> item) {
        return held(() ->
                client.putItem(r ->
                        r.tableName(name)
                                .item(whole(key, item))
                                .conditionExpression("attribute_not_exists(#key) OR #until <= :now")
                                .expressionAttributeNames(Map.of("#key", KEY, "#until", UNTIL))
                                .expressionAttributeValues(Map.of(":now", millis(now())))));
    }

    /**
     * Changes an item where the condition holds.
     *
     * @return the item as it is now; empty where the condition does not hold
     */
    Optional<Map<String, AttributeValue>> update(String key, Change change) {
        try {
            return Optional.of(
                    tried(() ->
                                    client.updateItem(r ->
                                            r.tableName(name)
                                                    .key(key(key))
                                                    .updateExpression(change.expression())
                                                    .conditionExpression(change.condition())
                                                    .expressionAttributeNames(change.names())
                                                    .expressionAttributeValues(change.values())
                                                    .returnValues(ReturnValue.ALL_NEW)))
                            .attributes());
        } catch (ConditionalCheckFailedException no) {
            return Optional.empty();
        }
    }

    /** Removes it, and tells what it was. */
    Map<String, AttributeValue> remove(String key) {
        return tried(() ->
                        client.deleteItem(r ->
                                r.tableName(name).key(key(key)).returnValues(ReturnValue.ALL_OLD)))
                .attributes();
    }

    private static boolean held(Supplier<?> write) {
        try {
            tried(write);
            return true;
        } catch (ConditionalCheckFailedException no) {
            return false;
        }
    }

    private static <T> T tried(Supplier<T> call) {
        try {
            return call.get();
        } catch (ConditionalCheckFailedException no) {
            throw no;
        } catch (SdkException failed) {
            throw new StoreException("DynamoDB", failed);
        }
    }

    private static Map<String, AttributeValue> key(String key) {
        return Map.of(KEY, text(key));
    }

    private static Map<String, AttributeValue> whole(String key, Map<String, AttributeValue> item) {
        Map<String, AttributeValue> whole = new HashMap<>(item);
        whole.put(KEY, text(key));
        AttributeValue until = item.get(UNTIL);
        if (until != null) {
            whole.put(TTL, ttl(instant(item, UNTIL)));
        }
        return whole;
    }

    static AttributeValue ttl(Instant until) {
        return number(until.plus(SLACK).getEpochSecond());
    }

    static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    static AttributeValue millis(Instant instant) {
        return number(instant.toEpochMilli());
    }

    static Instant instant(Map<String, AttributeValue> item, String name) {
        return Instant.ofEpochMilli(number(item, name));
    }

    static String text(Map<String, AttributeValue> item, String name) {
        return value(item, name).s();
    }

    static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(value(item, name).n());
    }

    static List<String> texts(Map<String, AttributeValue> item, String name) {
        return value(item, name).ss();
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        @Nullable AttributeValue value = item.get(name);
        if (value == null) {
            throw new StoreException("an item without " + name, new IllegalStateException());
        }
        return value;
    }

    /**
     * An update with the names and values in its expressions.
     *
     * @param condition null: none
     */
    record Change(
            String expression,
            @Nullable String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {}
}
