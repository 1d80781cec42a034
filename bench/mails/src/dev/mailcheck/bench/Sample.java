package dev.mailcheck.bench;

import java.util.List;
import java.util.Map;

/**
 * A generated mail.
 *
 * @param expected the word of each mechanism, by its name
 * @param bodies bytes of each different form of the body that has to be hashed
 * @param headers bytes of header under each signature
 */
record Sample(
        byte[] bytes,
        String size,
        String ip,
        String helo,
        String from,
        Map<String, String> expected,
        int rsa,
        int ed25519,
        List<Integer> bodies,
        List<Integer> headers) {

    @SuppressWarnings("unchecked")
    static Sample of(Map<String, Object> entry, byte[] bytes) {
        Map<String, Object> work = (Map<String, Object>) entry.get("work");
        return new Sample(
                bytes,
                (String) entry.get("size"),
                (String) entry.get("ip"),
                (String) entry.get("helo"),
                (String) entry.get("from"),
                (Map<String, String>) entry.get("expect"),
                ((Number) work.get("rsa")).intValue(),
                ((Number) work.get("ed25519")).intValue(),
                numbers(work.get("bodies")),
                numbers(work.get("headers")));
    }

    @SuppressWarnings("unchecked")
    private static List<Integer> numbers(Object list) {
        return ((List<Number>) list).stream().map(Number::intValue).toList();
    }
}
