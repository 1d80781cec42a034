package dev.mailcheck.render;

import dev.mailcheck.check.FindingCode;
import dev.mailcheck.check.Status;
import dev.mailcheck.report.Words;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A code of the table as a rule, with what it means and how it is mended. */
final class SarifRule {
    private final Words words;

    SarifRule(Words words) {
        this.words = words;
    }

    /** Of a code that this version does not know, only its name. */
    Map<String, Object> of(String name) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", name);
        code(name).ifPresent(code -> describe(code, rule));
        return rule;
    }

    private static Optional<FindingCode> code(String name) {
        return Arrays.stream(FindingCode.values()).filter(c -> c.name().equals(name)).findFirst();
    }

    private void describe(FindingCode code, Map<String, Object> rule) {
        rule.put("shortDescription", text(code, "message"));
        rule.put("fullDescription", text(code, "meaning"));
        if (code.status() != Status.PASS) {
            rule.put("help", text(code, "fix"));
        }
        Reference.address(code.reference()).ifPresent(address -> rule.put("helpUri", address));
        rule.put(
                "defaultConfiguration",
                JsonMembers.of("level", SarifLevel.of(code.status(), code.level())));
        rule.put(
                "properties",
                new JsonMembers()
                        .and("tags", List.of("mail", code.check().word()))
                        .and("level", code.level().name())
                        .and("reference", code.reference())
                        .map());
    }

    private Map<String, Object> text(FindingCode code, String part) {
        return JsonMembers.of("text", words.pattern(code, part));
    }
}
