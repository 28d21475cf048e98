# Prints the poverty series of Muara Enim with its sources: Rscript docs/open-data/poverty.R [ADDRESS]
given <- commandArgs(trailingOnly = TRUE)
base <- if (length(given) > 0) given[1] else "http://localhost:3000"
table_of <- function(name) read.csv(url(paste0(base, "/data/", name, ".csv")), colClasses = "character", encoding = "UTF-8")

sources <- table_of("sources")
values <- table_of("values")
poverty <- values[values$elementCode == "P0" & values$areaCode == "16.03" & values$seriesCode == "utama", ]
publisher <- sources$publisher[match(poverty$sourceCode, sources$code)]
publisher[is.na(publisher)] <- "no source"
cat(paste(poverty$period, poverty$value, publisher, sep = " | "), sep = "\n")
