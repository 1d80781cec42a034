package dev.mailcheck.json;

/**
 * The null of JSON, where a reader of a report is promised a name with no value: maps here hold
 * none, and names without a value are left out elsewhere.
 */
public enum JsonNull {
    NULL;

    @Override
    public String toString() {
        return "null";
    }
}
