package org.lamplight.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "org.lamplight", importOptions = ImportOption.DoNotIncludeTests.class)
class ModulesTest {
    private static final String OURS = "org.lamplight..";
    private static final String SCHEMAS = "org.lamplight.schemas..";
    private static final String AREAS = "org.lamplight.areas..";
    private static final String INGEST = "org.lamplight.ingest..";
    private static final String STREAMS = "org.lamplight.streams..";
    private static final String SINK = "org.lamplight.sink..";
    private static final String RELEASE = "org.lamplight.release..";
    private static final String REPORTING = "org.lamplight.reporting..";
    private static final String MONITORING = "org.lamplight.monitoring..";
    private static final String LOCAL = "org.lamplight.local..";

    @ArchTest
    static final ArchRule SCHEMAS_KNOW_NOBODY = noClasses()
            .that()
            .resideInAPackage(SCHEMAS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(AREAS, INGEST, STREAMS, SINK, RELEASE, REPORTING, MONITORING, LOCAL);

    @ArchTest
    static final ArchRule AREAS_KNOW_NOBODY = noClasses()
            .that()
            .resideInAPackage(AREAS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SCHEMAS, INGEST, STREAMS, SINK, RELEASE, REPORTING, MONITORING, LOCAL);

    @ArchTest
    static final ArchRule INGEST_KNOWS_NO_OTHER_STAGE = noClasses()
            .that()
            .resideInAPackage(INGEST)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STREAMS, SINK, RELEASE, REPORTING, MONITORING, LOCAL);

    @ArchTest
    static final ArchRule STREAMS_KNOW_NO_OTHER_STAGE = noClasses()
            .that()
            .resideInAPackage(STREAMS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(INGEST, SINK, RELEASE, REPORTING, MONITORING, LOCAL);

    @ArchTest
    static final ArchRule SINK_KNOWS_NO_OTHER_STAGE = noClasses()
            .that()
            .resideInAPackage(SINK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(INGEST, STREAMS, RELEASE, REPORTING, MONITORING, LOCAL);

    @ArchTest
    static final ArchRule RELEASE_KNOWS_NO_OTHER_STAGE = noClasses()
            .that()
            .resideInAPackage(RELEASE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(INGEST, STREAMS, SINK, REPORTING, MONITORING, LOCAL);

    @ArchTest
    static final ArchRule REPORTING_KNOWS_NO_OTHER_STAGE = noClasses()
            .that()
            .resideInAPackage(REPORTING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SCHEMAS, INGEST, STREAMS, SINK, RELEASE, MONITORING, LOCAL);

    @ArchTest
    static final ArchRule MONITORING_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAPackage(MONITORING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SCHEMAS, AREAS, INGEST, STREAMS, SINK, RELEASE, REPORTING, LOCAL);

    @ArchTest
    static final ArchRule RULES_ARE_PURE_JAVA = noClasses()
            .that()
            .resideInAnyPackage("..rules..", "..release.plan..", "..release.audit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka.clients..",
                    "org.apache.kafka.connect..",
                    "org.apache.kafka.streams..",
                    "org.jdbi..",
                    "org.postgresql..",
                    "java.sql..",
                    "javax.sql..");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_ENDS_THE_PROCESS =
            noClasses().that().doNotHaveSimpleName("Lamplight").should().callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule EVERYTHING_IS_IN_A_MODULE = classes()
            .that()
            .resideInAPackage(OURS)
            .should()
            .resideInAnyPackage(SCHEMAS, AREAS, INGEST, STREAMS, SINK, RELEASE, REPORTING, MONITORING, LOCAL);
}
