package dev.mailcheck.functions.store;

import dev.mailcheck.store.ApiKey;
import dev.mailcheck.store.ApiKeys;
import dev.mailcheck.store.Hashed;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** API keys under their hashes, and the hashes of each name's keys under the name. */
final class DynamoKeys implements ApiKeys {
    private static final String NAME = "name";
    private static final String CREATED = "created";
    private static final String HASHES = "hashes";

    private final Table table;

    DynamoKeys(Table table) {
        this.table = table;
    }

    /** The name first: a key that is not listed there could not be removed. */
    @Override
    public void add(ApiKey key) {
        table.update(
                ofName(key.name()),
                new Table.Change(
                        "ADD #hashes :hash",
                        null,
                        Map.of("#hashes", HASHES),
                        Map.of(":hash", AttributeValue.fromSs(List.of(key.key().hex())))));
        table.put(
                ofKey(key.key().hex()),
                Map.of(NAME, Table.text(key.name()), CREATED, Table.millis(key.createdAt())));
    }

    @Override
    public Optional<ApiKey> find(Hashed key) {
        return table.get(ofKey(key.hex()))
                .map(item -> new ApiKey(key, Table.text(item, NAME), Table.instant(item, CREATED)));
    }

    @Override
    public int remove(String name) {
        int removed = 0;
        for (String hash : hashes(name)) {
            removed += table.remove(ofKey(hash)).isEmpty() ? 0 : 1;
        }
        table.remove(ofName(name));
        return removed;
    }

    private Iterable<String> hashes(String name) {
        return table.get(ofName(name)).map(item -> Table.texts(item, HASHES)).orElseGet(List::of);
    }

    private static String ofKey(String hash) {
        return "key/" + hash;
    }

    private static String ofName(String name) {
        return "key-name/" + name;
    }
}
