package dev.mailcheck.mtasts;

/**
 * The record at {@code _mta-sts.DOMAIN} that says there is a policy, and which (RFC 8461, section
 * 3.1).
 */
public sealed interface MtaStsRecord {
    /** What every such record begins with; others at the name are not ours. */
    String VERSION = "v=STSv1";

    /**
     * A record senders can use.
     *
     * @param id changes with each policy
     */
    record Valid(String id) implements MtaStsRecord {}

    /**
     * A record senders ignore.
     *
     * @param reason a reason word
     */
    record Malformed(String reason, String text) implements MtaStsRecord {}

    static MtaStsRecord parse(String text) {
        return switch (FieldList.parse(text, VERSION)) {
            case FieldList.Broken broken -> new Malformed(broken.fault().name(), text);
            case FieldList.Fields fields -> of(fields, text);
        };
    }

    private static MtaStsRecord of(FieldList.Fields fields, String text) {
        String id = fields.value("id").orElse("");
        if (!id.matches("[A-Za-z0-9]{1,32}")) {
            return new Malformed(id.isEmpty() ? "STS_ID_MISSING" : "STS_ID_INVALID", text);
        }
        return fields.fields().stream().allMatch(FieldList.Field::isPlain)
                ? new Valid(id)
                : new Malformed(FieldList.Fault.RECORD_FIELD_VALUE.name(), text);
    }
}
