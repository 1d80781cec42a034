package dev.mailcheck.spf;

import dev.mailcheck.SharedCases;

import java.util.List;

/**
 * Reads the conformance data beside the project; missing it is an error on CI and skipped
 * elsewhere.
 */
final class SharedData {
    private SharedData() {}

    static List<Row> cases(String folder) {
        return SharedCases.in(folder).stream().map(Row::new).toList();
    }
}
