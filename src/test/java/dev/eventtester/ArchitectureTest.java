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
                .mayOnlyBeAccessedByLayers("tester", "demo", "assist")
                .whereLayer("filter")
                .mayOnlyBeAccessedByLayers("destination", "tester")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("destination")
                .whereLayer("source")
                .mayOnlyBeAccessedByLayers("model", "destination", "tester", "demo")
                .whereLayer("metadata")
                .mayOnlyBeAccessedByLayers("source", "destination")
                .whereLayer("catalog")
                .mayOnlyBeAccessedByLayers("metadata", "source", "model", "destination", "tester", "demo", "assist")
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
