"""Writes the file of a recruitment mission with candidates made up: `candidates.py FILE COUNT`."""

import csv
import random
import sys

PROVINCES = ["CA-ON", "CA-BC", "CA-QC", "CA-AB", "CA-MB", "CA-NS"]
OCCUPATIONS = [
    ("sinco2019:2436;noc2021:31301", "RN", "Enfermería"), ("noc2021:32120", "MLT", "Química clínica"),
    ("noc2021:31120", "PHARM", "Farmacia"), ("noc2021:33102", "AIDE", "Auxiliar de enfermería"),
    ("noc2021:72106", "WELD", "Soldadura"), ("sinco2019:2811", "noc2021:32101", "Enfermería general"),
]


def main(path, count):
    pick = random.Random(7)
    names = ("reference occupations study_level study_field study_institution study_year cedula experience_code"
             " experience_months experience_last_year experience_setting languages english_test english_listening"
             " english_reading english_writing english_speaking english_date target_occupations target_provinces"
             " consent_purposes consent_recipients consent_date notice_version notice_language retain_until note").split()
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        for number in range(count):
            codes, target, field = pick.choice(OCCUPATIONS)
            tested = pick.random() < 0.4
            consents = pick.random() < 0.9
            writer.writerow([
                f"SNE-{number:06}", codes, pick.choice(["licenciatura", "técnico", "tsu"]), field,
                f"Instituto {number % 977}", 1990 + number % 35, pick.choice(["yes", "no", "unknown"]),
                codes.split(";")[0], number % 240, 2015 + number % 12, "hospital", "es;en" if tested else "es",
                *(["IELTS Academic", 7, 6.5, 6, 7, "2026-02-01"] if tested else [""] * 6), target,
                ";".join(pick.sample(PROVINCES, pick.randint(0, 3))),
                *(["matching;profile", "sne;esdc", "2026-03-01", "2026-1", "es"] if consents else [""] * 5),
                f"20{27 + number % 4}-12-31", "habla con el servicio nacional de empleo" if number % 3 == 0 else ""])


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
