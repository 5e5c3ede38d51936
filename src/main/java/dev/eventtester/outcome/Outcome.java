package dev.eventtester.outcome;

import dev.eventtester.outcome.document.DeliveryMode;
import dev.eventtester.outcome.document.Interruption;
import dev.eventtester.outcome.document.Kind;
import dev.eventtester.outcome.document.OutcomeDocument;
import dev.eventtester.outcome.document.Status;
import dev.eventtester.outcome.document.Verdict;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A test as it is stored: the document that the caller gets, and beside it what is searched for. */
@Entity
public class Outcome {

    @Id
    UUID id;

    UUID workspaceId;
    UUID destinationId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Enumerated(EnumType.STRING)
    DeliveryMode delivery;

    @Enumerated(EnumType.STRING)
    Status status;

    @Enumerated(EnumType.STRING)
    Verdict verdict;

    Instant startedAt;
    String startedBy;
    String instance;
    String head;
    String document;

    protected Outcome() {}

    /** A test that is about to run. */
    Outcome(UUID workspaceId, String instance, OutcomeDocument document) {
        this.id = document.id();
        this.workspaceId = workspaceId;
        this.destinationId = document.destinationId();
        this.kind = document.kind();
        this.delivery = document.delivery();
        this.startedAt = document.startedAt();
        this.startedBy = document.startedBy();
        this.instance = instance;
        this.status = document.status();
        this.verdict = document.verdict();
        this.head = document.head();
        this.document = document.text();
    }

    /** Ends a test whose replica died. */
    public void interrupt() {
        this.status = Status.INTERRUPTED;
        this.verdict = Verdict.INTERRUPTED;
        this.head = Interruption.of(head);
        this.document = Interruption.of(document);
    }

    /** Whether the test has not come to its end yet. */
    public boolean isRunning() {
        return status == Status.RUNNING;
    }

    /** The exact document. */
    public String document() {
        return document;
    }
}
