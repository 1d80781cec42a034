package dev.mailcheck.functions.store;

import static dev.mailcheck.functions.store.Table.UNTIL;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Status;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.report.Language;
import dev.mailcheck.store.Badge;
import dev.mailcheck.store.Hashed;
import dev.mailcheck.store.Results;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.StoredCheck;
import dev.mailcheck.store.StoredRun;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Runs, checks and badges. A run's status is held with its rank, so that it only rises; each
 * judgement is an attribute of its own, so that branches that end at once lose nothing.
 */
final class DynamoResults implements Results {
    private static final String CREATED = "created";
    private static final String DOMAIN = "domain";
    private static final String STATUS = "status";
    private static final String RANK = "rank";
    private static final String TOTAL = "total";
    private static final String EARLIER = "earlier";
    private static final String RUN = "run";
    private static final String LANGUAGE = "language";
    private static final String BADGE = "badge";
    private static final String CHECK = "check";
    private static final String GRADE = "grade";
    private static final String JUDGED = "judged.";

    private final Table table;

    DynamoResults(Table table) {
        this.table = table;
    }

    @Override
    public void add(StoredRun run) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(DOMAIN, Table.text(run.domain().name()));
        item.put(STATUS, Table.text(run.status().name()));
        item.put(RANK, Table.number(rank(run.status())));
        item.put(TOTAL, Table.number(run.total()));
        item.put(CREATED, Table.millis(run.createdAt()));
        item.put(UNTIL, Table.millis(run.expiresAt()));
        run.earlier().ifPresent(earlier -> item.put(EARLIER, Table.text(earlier)));
        table.putNew(ofRun(run.key()), item);
    }

    @Override
    public Optional<StoredRun> run(String key) {
        return table.get(ofRun(key)).map(item -> run(key, item));
    }

    private static StoredRun run(String key, Map<String, AttributeValue> item) {
        return new StoredRun(
                key,
                Domain.parse(Table.text(item, DOMAIN)).orElseThrow(),
                Optional.ofNullable(item.get(EARLIER)).map(AttributeValue::s),
                RunStatus.valueOf(Table.text(item, STATUS)),
                Math.toIntExact(Table.number(item, TOTAL)),
                judged(item),
                Table.instant(item, CREATED),
                Table.instant(item, UNTIL));
    }

    private static Map<CheckId, Status> judged(Map<String, AttributeValue> item) {
        Map<CheckId, Status> judged = new HashMap<>();
        for (CheckId id : CheckId.values()) {
            AttributeValue status = item.get(JUDGED + id.word());
            if (status != null) {
                judged.put(id, Status.valueOf(status.s()));
            }
        }
        return judged;
    }

    @Override
    public void started(String run, int total) {
        raise(run, RunStatus.RUNNING, Optional.of(total));
    }

    @Override
    public void ended(String run, RunStatus how) {
        raise(run, how, Optional.empty());
    }

    private void raise(String run, RunStatus to, Optional<Integer> total) {
        Map<String, String> names =
                new HashMap<>(Map.of("#key", Table.KEY, "#status", STATUS, "#rank", RANK));
        Map<String, AttributeValue> values =
                new HashMap<>(
                        Map.of(":status", Table.text(to.name()), ":rank", Table.number(rank(to))));
        total.ifPresent(number -> {
            names.put("#total", TOTAL);
            values.put(":total", Table.number(number));
        });
        table.update(
                ofRun(run),
                new Table.Change(
                        "SET #status = :status, #rank = :rank"
                                + (total.isPresent() ? ", #total = :total" : ""),
                        "attribute_exists(#key) AND #rank < :rank",
                        names,
                        values));
    }

    /** As it is stored: never changed. */
    private static int rank(RunStatus status) {
        return switch (status) {
            case QUEUED -> 0;
            case RUNNING -> 1;
            case FAILED -> 2;
            case DONE -> 3;
        };
    }

    @Override
    public void judged(String run, Map<CheckId, Status> judgements) {
        if (judgements.isEmpty()) {
            return;
        }
        StringJoiner set = new StringJoiner(", ", "SET ", "");
        Map<String, String> names = new HashMap<>(Map.of("#key", Table.KEY));
        Map<String, AttributeValue> values = new HashMap<>();
        judgements.forEach((check, status) -> {
            String number = String.valueOf(values.size());
            set.add("#c" + number + " = :s" + number);
            names.put("#c" + number, JUDGED + check.word());
            values.put(":s" + number, Table.text(status.name()));
        });
        table.update(
                ofRun(run),
                new Table.Change(set.toString(), "attribute_exists(#key)", names, values));
    }

    @Override
    public void add(StoredCheck check) {
        table.put(
                ofCheck(check.id()),
                Map.of(
                        RUN, Table.text(check.run()),
                        DOMAIN, Table.text(check.domain().name()),
                        LANGUAGE, Table.text(check.language().word()),
                        CREATED, Table.millis(check.createdAt()),
                        UNTIL, Table.millis(check.expiresAt())));
    }

    @Override
    public Optional<StoredCheck> check(Hashed id) {
        return table.get(ofCheck(id)).map(item -> check(id, item));
    }

    private static StoredCheck check(Hashed id, Map<String, AttributeValue> item) {
        return new StoredCheck(
                id,
                Table.text(item, RUN),
                Domain.parse(Table.text(item, DOMAIN)).orElseThrow(),
                Language.of(Table.text(item, LANGUAGE)).orElseThrow(),
                Table.instant(item, CREATED),
                Table.instant(item, UNTIL));
    }

    /** The badge is good while its check names it: one write takes the old one's place. */
    @Override
    public void publish(Badge badge) {
        table.put(
                ofBadge(badge.token()),
                Map.of(
                        CHECK, Table.text(badge.check().hex()),
                        GRADE, Table.text(badge.grade().name()),
                        CREATED, Table.millis(badge.at()),
                        UNTIL, Table.millis(badge.expiresAt())));
        nameBadge(badge.check(), badge.token().hex());
    }

    @Override
    public Optional<Badge> badge(Hashed token) {
        return table.get(ofBadge(token))
                .map(item -> badge(token, item))
                .filter(badge -> isNamed(badge.check(), token));
    }

    private static Badge badge(Hashed token, Map<String, AttributeValue> item) {
        return new Badge(
                token,
                new Hashed(Table.text(item, CHECK)),
                Grade.valueOf(Table.text(item, GRADE)),
                Table.instant(item, CREATED),
                Table.instant(item, UNTIL));
    }

    private boolean isNamed(Hashed check, Hashed token) {
        return table.get(ofCheck(check))
                .flatMap(item -> Optional.ofNullable(item.get(BADGE)))
                .filter(named -> named.s().equals(token.hex()))
                .isPresent();
    }

    @Override
    public void revokeBadge(Hashed check) {
        nameBadge(check, "none");
    }

    private void nameBadge(Hashed check, String token) {
        table.update(
                ofCheck(check),
                new Table.Change(
                        "SET #badge = :badge",
                        "attribute_exists(#key)",
                        Map.of("#key", Table.KEY, "#badge", BADGE),
                        Map.of(":badge", Table.text(token))));
    }

    private static String ofRun(String key) {
        return "run/" + key;
    }

    private static String ofCheck(Hashed id) {
        return "check/" + id.hex();
    }

    private static String ofBadge(Hashed token) {
        return "badge/" + token.hex();
    }
}
