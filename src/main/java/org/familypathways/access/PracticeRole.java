package org.familypathways.access;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody is here to do. Models name these roles by their id; a worker holds a role in a team of the role's kind.
 * Families and interpreters are people on the record and hold none of them.
 */
public enum PracticeRole {
    FRONT_DOOR_OFFICER("front-door-officer", "Front door officer", TeamKind.FRONT_DOOR),
    FRONT_DOOR_MANAGER("front-door-manager", "Front door manager", TeamKind.FRONT_DOOR, true),
    EDT("edt", "Emergency duty social worker", TeamKind.FRONT_DOOR),
    SOCIAL_WORKER("social-worker", "Social worker", TeamKind.CASE_TEAM),
    CHILDRENS_PRACTITIONER("childrens-practitioner", "Children's practitioner", TeamKind.CASE_TEAM),
    TEAM_MANAGER("team-manager", "Team manager", TeamKind.CASE_TEAM, true),
    ASSISTANT_TEAM_MANAGER("assistant-team-manager", "Assistant team manager", TeamKind.CASE_TEAM, true),
    LCPP("lcpp", "Lead child protection practitioner", TeamKind.CASE_TEAM),
    FHLP("fhlp", "Family help lead practitioner", TeamKind.CASE_TEAM),
    SOCIAL_WORK_PA("social-work-pa", "Social work personal assistant", TeamKind.CASE_TEAM),
    SERVICE_MANAGER("service-manager", "Service manager", TeamKind.SENIOR_MANAGEMENT, true),
    HEAD_OF_SERVICE("head-of-service", "Head of service", TeamKind.SENIOR_MANAGEMENT, true),
    DCS("dcs", "Director of children's services", TeamKind.SENIOR_MANAGEMENT, true),
    CP_CHAIR("cp-chair", "Child protection conference chair", TeamKind.CONFERENCE_SERVICE),
    IRO("iro", "Independent reviewing officer", TeamKind.CONFERENCE_SERVICE),
    CP_ADMIN("cp-admin", "Conference administrator", TeamKind.CONFERENCE_SERVICE),
    BUSINESS_SUPPORT("business-support", "Business support officer", TeamKind.CONFERENCE_SERVICE),
    FGC_MANAGER("fgc-manager", "Family Group Conference manager", TeamKind.FGC_AREA, true),
    FGC_COORDINATOR("fgc-coordinator", "Family Group Conference co-ordinator", TeamKind.FGC_AREA),
    FGC_ADMIN("fgc-admin", "Family Group Conference administrator", TeamKind.FGC_AREA),
    ADVOCATE("advocate", "Advocate", TeamKind.ADVOCACY_SERVICE),
    MACPT_POLICE("macpt-police", "Police member of the multi-agency child protection team", TeamKind.MULTI_AGENCY_TEAM),
    MACPT_HEALTH("macpt-health", "Health member of the multi-agency child protection team", TeamKind.MULTI_AGENCY_TEAM),
    MACPT_EDUCATION(
            "macpt-education",
            "Education member of the multi-agency child protection team",
            TeamKind.MULTI_AGENCY_TEAM),
    KFT_MANAGER("kft-manager", "Keeping Families Together manager", TeamKind.EDGE_OF_CARE, true),
    KFT_PRACTITIONER("kft-practitioner", "Keeping Families Together practitioner", TeamKind.EDGE_OF_CARE),
    KFT_CLINICIAN("kft-clinician", "Keeping Families Together clinician", TeamKind.EDGE_OF_CARE),
    EDGE_OF_CARE_PANEL("edge-of-care-panel", "Edge of care panel member", TeamKind.EDGE_OF_CARE),
    CONSULTANT_SOCIAL_WORKER("consultant-social-worker", "Consultant social worker", TeamKind.UNIT, true),
    UNIT_COORDINATOR("unit-coordinator", "Unit coordinator", TeamKind.UNIT),
    FAMILY_PRACTITIONER("family-practitioner", "Family practitioner", TeamKind.POD),
    FAMILY_SUPPORT_WORKER("family-support-worker", "Family support worker", TeamKind.POD),
    YOUTH_WORKER("youth-worker", "Youth worker", TeamKind.POD),
    YOUTH_JUSTICE_WORKER("youth-justice-worker", "Youth justice worker", TeamKind.POD),
    EDUCATION_SPECIALIST("education-specialist", "Education specialist", TeamKind.POD),
    CONNEXIONS_WORKER("connexions-worker", "Connexions worker", TeamKind.POD),
    YOUTH_MENTOR("youth-mentor", "Youth mentor", TeamKind.POD),
    FOSTERING_SOCIAL_WORKER("fostering-social-worker", "Fostering social worker", TeamKind.POD),
    DEPUTY_MANAGER("deputy-manager", "Deputy manager", TeamKind.POD, true),
    DA_VICTIM_WORKER("da-victim-worker", "Domestic abuse worker for victims", TeamKind.ADULT_SPECIALISTS),
    DA_PERPETRATOR_WORKER(
            "da-perpetrator-worker", "Domestic abuse worker for perpetrators", TeamKind.ADULT_SPECIALISTS),
    SUBSTANCE_MISUSE_PRACTITIONER(
            "substance-misuse-practitioner", "Substance misuse practitioner", TeamKind.ADULT_SPECIALISTS),
    ADULT_MENTAL_HEALTH_PRACTITIONER(
            "adult-mental-health-practitioner", "Adult mental health practitioner", TeamKind.ADULT_SPECIALISTS),
    PROBATION_OFFICER("probation-officer", "Probation officer", TeamKind.ADULT_SPECIALISTS),
    CLINICAL_PSYCHOLOGIST("clinical-psychologist", "Clinical psychologist", TeamKind.CLINICAL_TEAM),
    SYSTEMIC_CLINICIAN("systemic-clinician", "Systemic clinician", TeamKind.CLINICAL_TEAM),
    SCHOOL_LINK_WORKER("school-link-worker", "School link worker", TeamKind.LOCALITY),
    SCHOOL_DSL("school-dsl", "Designated safeguarding lead of a school", TeamKind.LOCALITY),
    HEALTH_VISITOR("health-visitor", "Health visitor", TeamKind.LOCALITY),
    SCHOOL_NURSE("school-nurse", "School nurse", TeamKind.LOCALITY),
    LOCALITY_LEAD("locality-lead", "Locality lead", TeamKind.LOCALITY, true),
    CLUSTER_LEAD("cluster-lead", "Cluster lead", TeamKind.LOCALITY, true),
    PEER_MENTOR("peer-mentor", "Peer mentor", TeamKind.VOLUNTEER_SERVICE),
    FAMILY_MENTOR("family-mentor", "Family mentor", TeamKind.VOLUNTEER_SERVICE),
    VOLUNTEER("volunteer", "Volunteer", TeamKind.VOLUNTEER_SERVICE),
    VOLUNTEER_COORDINATOR("volunteer-coordinator", "Volunteer coordinator", TeamKind.VOLUNTEER_SERVICE),
    PRACTICE_COACH("practice-coach", "Practice coach", TeamKind.PRACTICE_QUALITY),
    FAMILY_FEEDBACK_WORKER("family-feedback-worker", "Family feedback worker", TeamKind.PRACTICE_QUALITY),
    QA_AUDITOR("qa-auditor", "Quality assurance auditor", TeamKind.PRACTICE_QUALITY),
    PRINCIPAL_SOCIAL_WORKER("principal-social-worker", "Principal social worker", TeamKind.PRACTICE_QUALITY),
    LEARNING_LEAD("learning-lead", "Learning lead", TeamKind.LEARNING),
    TRAINER("trainer", "Trainer", TeamKind.LEARNING),
    PERFORMANCE_ANALYST("performance-analyst", "Performance analyst", TeamKind.PERFORMANCE),
    EMBEDDED_ANALYST("embedded-analyst", "Embedded analyst", TeamKind.PERFORMANCE),
    EHA_PRACTITIONER("eha-practitioner", "Emotional health practitioner", TeamKind.EMOTIONAL_HEALTH_ACADEMY),
    EHA_TRIAGE_PANEL("eha-triage-panel", "Emotional health triage panel member", TeamKind.EMOTIONAL_HEALTH_ACADEMY),
    EHA_ADMIN("eha-admin", "Emotional health administrator", TeamKind.EMOTIONAL_HEALTH_ACADEMY),
    EHA_DUTY("eha-duty", "Emotional health duty worker", TeamKind.EMOTIONAL_HEALTH_ACADEMY),
    LEGAL_SERVICES("legal-services", "Child-care lawyer", TeamKind.LEGAL),
    INFORMATION_GOVERNANCE("information-governance", "Information governance officer", TeamKind.INFORMATION_GOVERNANCE),
    CALDICOTT_GUARDIAN("caldicott-guardian", "Caldicott Guardian", TeamKind.INFORMATION_GOVERNANCE),
    RECORDS_OFFICER("records-officer", "Records officer", TeamKind.INFORMATION_GOVERNANCE),
    MODEL_MANAGER("model-manager", "Model manager", TeamKind.MODEL_OFFICE),
    MODEL_APPROVER("model-approver", "Model approver", TeamKind.MODEL_OFFICE),
    STATUTORY_MODEL_APPROVER("statutory-model-approver", "Approver of statutory models", TeamKind.MODEL_OFFICE),
    ADMINISTRATOR("system-admin", "System administrator", TeamKind.SYSTEM);

    private static final Map<String, PracticeRole> BY_ID =
            Stream.of(values()).collect(Collectors.toMap(PracticeRole::id, Function.identity()));

    private final String id;
    private final String title;
    private final TeamKind teamKind;
    private final boolean manages;

    PracticeRole(String id, String title, TeamKind teamKind) {
        this(id, title, teamKind, false);
    }

    PracticeRole(String id, String title, TeamKind teamKind, boolean manages) {
        this.id = id;
        this.title = title;
        this.teamKind = teamKind;
        this.manages = manages;
    }

    /** The role with that id, for example {@code social-worker}. */
    public static Optional<PracticeRole> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** What models and the engine's groups call the role. */
    public String id() {
        return id;
    }

    /** What people call the role. */
    public String title() {
        return title;
    }

    /** The kind of team in which this role is held. */
    public TeamKind teamKind() {
        return teamKind;
    }

    /** Whether the role answers for the work of its team, and so sees every family that the team serves. */
    public boolean managesTeam() {
        return manages;
    }

    /** Whether a deputy may act in this role; looking after the system or its models is nobody else's. */
    public boolean canBeActedFor() {
        return teamKind != TeamKind.SYSTEM && teamKind != TeamKind.MODEL_OFFICE;
    }

    /** The engine's group of those who hold this role in that team. */
    public String groupIn(String teamId) {
        return id + "." + teamId;
    }
}
