package dev.mailcheck.service;

import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.ReportReader;
import dev.mailcheck.store.Documents;
import dev.mailcheck.store.Secret;

import io.avaje.jsonb.Jsonb;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the report of a run back, as the report of one check. */
public final class StoredReports {
    private final Documents documents;
    private final ReportReader reader;

    public StoredReports(Documents documents, Jsonb jsonb) {
        this.documents = documents;
        this.reader = new ReportReader(jsonb);
    }

    /**
     * The report in this language; empty where it is not there.
     *
     * @param id of the check that shows it
     */
    public Optional<Report> read(String run, Language language, Secret id) {
        return documents
                .read(run, Publication.report(language))
                .map(json -> new String(json, StandardCharsets.UTF_8))
                .map(json -> reader.read(json, id.text()));
    }
}
