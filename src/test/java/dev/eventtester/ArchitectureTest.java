package dev.eventtester;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The picture of the house: rooms know the rooms below them only. */
class ArchitectureTest {

    private static final String HOME = "dev.eventtester.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.eventtester");

    @Test
    void the_engine_is_pure() {
        noClasses()
                .that()
                .resideInAnyPackage(rooms("json", "trigger", "mapping", "liquid", "field", "event", "sample"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io..",
                        "jakarta..",
                        "org.hibernate..",
                        "org.eclipse..",
                        "java.net.http..",
                        "java.sql..",
                        "java.nio.file..")
                .check(CLASSES);
    }

    @Test
    void the_engine_reads_no_clock() {
        noClasses()
                .that()
                .resideInAnyPackage(rooms("json", "trigger", "mapping", "liquid", "field", "event", "sample"))
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(CLASSES);
    }

    @Test
    void arrows_point_down() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("demo")
                .definedBy(rooms("demo"))
                .layer("assist")
                .definedBy(rooms("assist"))
                .layer("transfer")
                .definedBy(rooms("transfer"))
                .layer("tester")
                .definedBy(rooms("tester"))
                .layer("idempotency")
                .definedBy(rooms("idempotency"))
                .layer("limit")
                .definedBy(rooms("limit"))
                .layer("progress")
                .definedBy(rooms("progress"))
                .layer("export")
                .definedBy(rooms("export"))
                .layer("outcome")
                .definedBy(rooms("outcome"))
                .layer("destination")
                .definedBy(rooms("destination"))
                .layer("filter")
                .definedBy(rooms("filter"))
                .layer("model")
                .definedBy(rooms("model"))
                .layer("source")
                .definedBy(rooms("source"))
                .layer("metadata")
                .definedBy(rooms("metadata"))
                .layer("catalog")
                .definedBy(rooms("catalog"))
                .layer("actions")
                .definedBy(rooms("actions"))
                .layer("delivery")
                .definedBy(rooms("delivery"))
                .layer("access")
                .definedBy(rooms("access"))
                .layer("api")
                .definedBy(rooms("api"))
                .whereLayer("demo")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("tester")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("assist")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("transfer")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("idempotency")
                .mayOnlyBeAccessedByLayers("tester")
                .whereLayer("limit")
                .mayOnlyBeAccessedByLayers("tester")
                .whereLayer("progress")
                .mayOnlyBeAccessedByLayers("tester")
                .whereLayer("export")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("outcome")
                .mayOnlyBeAccessedByLayers("tester", "idempotency", "export")
                .whereLayer("destination")
                .mayOnlyBeAccessedByLayers("tester", "transfer", "demo", "assist")
                .whereLayer("filter")
                .mayOnlyBeAccessedByLayers("destination", "transfer", "tester")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("destination", "transfer", "demo", "assist")
                .whereLayer("source")
                .mayOnlyBeAccessedByLayers("model", "destination", "transfer", "tester", "demo")
                .whereLayer("metadata")
                .mayOnlyBeAccessedByLayers("source", "destination")
                .whereLayer("catalog")
                .mayOnlyBeAccessedByLayers(
                        "metadata", "source", "model", "destination", "transfer", "tester", "demo", "assist")
                .whereLayer("actions")
                .mayOnlyBeAccessedByLayers("catalog", "tester", "assist")
                .whereLayer("delivery")
                .mayOnlyBeAccessedByLayers("actions", "tester", "assist", "export")
                .check(CLASSES);
    }

    @Test
    void no_room_needs_a_room_that_needs_it() {
        SlicesRuleDefinition.slices()
                .matching(HOME + "(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    /** A room inside of a room counts as a room of its own, and so does what is left of the outer one. */
    @Test
    void no_inner_room_needs_a_room_that_needs_it() {
        SlicesRuleDefinition.slices()
                .matching(HOME + "(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    /** Which rooms may know an inner room; no other one does. */
    @ParameterizedTest
    @CsvSource({
        "tester.mapping,     tester",
        "tester.overview,    tester",
        "outcome.search,     outcome",
        "outcome.lifetime,   outcome.lifetime",
        "outcome.comparison, outcome",
        "delivery.address,   delivery",
        "trigger.sketch,     trigger",
        "destination.secret, destination",
        "source.event,       source",
        "source.tracking,    source.tracking",
        "api.body,           api.body",
    })
    void an_inner_room_is_known_to_its_house_alone(String inner, String house) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms(house))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(rooms(inner))
                .check(CLASSES);
    }

    @Test
    void a_document_knows_no_database() {
        noClasses()
                .that()
                .resideInAnyPackage(rooms("outcome.document", "tester.mapping", "tester.overview"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "io.quarkus.hibernate..", "jakarta.persistence..")
                .check(CLASSES);
    }

    @Test
    void what_a_test_reads_needs_no_database_any_more() {
        noClasses()
                .that()
                .resideInAnyPackage(rooms("destination.configured"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "io.quarkus.hibernate..", "jakarta.persistence..")
                .check(CLASSES);
    }

    @Test
    void a_record_of_a_call_opens_nothing() {
        noClasses()
                .that()
                .resideInAnyPackage(rooms("delivery.call", "delivery.secret"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..", "java.net.http..")
                .check(CLASSES);
    }

    @Test
    void only_delivery_opens_connections() {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms("delivery", "demo"))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.vertx.core.http.HttpClient")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..")
                .check(CLASSES);
    }

    @Test
    void delivery_knows_no_database() {
        noClasses()
                .that()
                .resideInAnyPackage(rooms("delivery", "actions", "catalog"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "io.quarkus.hibernate..", "jakarta.persistence..")
                .check(CLASSES);
    }

    @Test
    void every_room_explains_itself() {
        for (JavaPackage room : CLASSES.getPackage("dev.eventtester").getSubpackagesInTree()) {
            assertThat(room.getPackageInfo() != null).as(room.getName()).isTrue();
        }
    }

    private static String[] rooms(String... names) {
        return java.util.Arrays.stream(names).map(name -> HOME + name + "..").toArray(String[]::new);
    }
}
