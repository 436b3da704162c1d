"""Which place a phrase means: by its containers, by the article's countries, by prominence."""

from __future__ import annotations

import pytest

from extractor.places import PlaceContext, PlaceEntry, PlaceGrounder
from extractor.places.choosing import distance_km

# phrase | containers, divided by ; | countries of the article with their share | name | country | latitude | longitude
# An empty coordinate is not compared; "none" says that the gazetteer has no point for it.
ROWS = """
Tripoli | | | Tripoli | LBY | 32.89 | 13.19
Tripoli | Lebanon | | Tripoli | LBN | 34.43 | 35.84
Tripoli | | LBN 0.8, SYR 0.2 | Tripoli | LBN | 34.43 | 35.84
Tripoli | | LBY 0.5, TUR 0.5 | Tripoli | LBY | 32.89 | 13.19
Tripoli, Libya | | LBN 1 | Tripoli | LBY | 32.89 | 13.19
Cambridge | | | Cambridge | GBR | 52.2 | 0.12
Cambridge | Massachusetts | | Cambridge | USA | 42.37 | -71.11
Cambridge, Mass. | | | Cambridge | USA | 42.37 | -71.11
Cambridge, MA | | | Cambridge | USA | 42.37 | -71.11
Cambridge, England | | USA 1 | Cambridge | GBR | 52.2 | 0.12
Hyderabad | | | Hyderabad | IND | 17.38 | 78.46
Hyderabad | Pakistan | | Hyderabad | PAK | 25.39 | 68.37
Hyderabad, Sindh | | | Hyderabad | PAK | 25.39 | 68.37
Hyderabad | | PAK 0.9, IND 0.1 | Hyderabad | PAK | 25.39 | 68.37
Alexandria | | | Alexandria | EGY | 31.2 | 29.92
Alexandria, Virginia | | | Alexandria | USA | 38.8 | -77.05
Alexandria, Va. | | | Alexandria | USA | 38.8 | -77.05
Alexandria, Louisiana | | | Alexandria | USA | 31.31 | -92.45
US base | Qatar | | US base | QAT | |
a Turkish base | Somalia | | Turkish base | SOM | |
Georgia | | | Georgia | GEO | |
Georgia | | RUS 0.6, GEO 0.4 | Georgia | GEO | |
Georgia | United States | | Georgia | USA | |
the state of Georgia | | USA 1 | Georgia | USA | |
Atlanta, Georgia | | | Atlanta | USA | 33.75 | -84.39
Kennesaw, Georgia, United States | | | Kennesaw | USA | 34.02 | -84.62
Savannah, Ga. | | | Savannah | USA | 32.08 | -81.1
Gori, Georgia | | | Gori | GEO | 41.98 | 44.11
Birmingham | | | Birmingham | GBR | 52.48 | -1.9
Birmingham, Alabama | | | Birmingham | USA | 33.52 | -86.8
Birmingham, Ala. | | | Birmingham | USA | 33.52 | -86.8
Paris | | | Paris | FRA | 48.85 | 2.35
Paris, Texas | | | Paris | USA | 33.66 | -95.56
Paris | | USA 0.9, FRA 0.1 | Paris | FRA | 48.85 | 2.35
San Jose, California | | | San Jose | USA | 37.34 | -121.89
San Jose, Costa Rica | | | San Jose | CRI | 9.93 | -84.08
San José | | CRI 1 | San Jose | CRI | 9.93 | -84.08
Valencia | | | Valencia | ESP | 39.47 | -0.38
Valencia, Venezuela | | | Valencia | VEN | 10.16 | -68
Valencia | | VEN 0.8, COL 0.2 | Valencia | VEN | 10.16 | -68
Córdoba | | | Córdoba | ARG | -31.41 | -64.19
Cordoba, Spain | | | Córdoba | ESP | 37.89 | -4.77
Cordoba | | ESP 1 | Córdoba | ESP | 37.89 | -4.77
Santiago | | | Santiago | CHL | -33.45 | -70.65
Santiago de Cuba | | | Santiago de Cuba | CUB | 20.02 | -75.82
Santiago de Compostela | | | Santiago de Compostela | ESP | 42.88 | -8.54
Victoria, British Columbia | | | Victoria | CAN | 48.43 | -123.37
Victoria, B.C. | | | Victoria | CAN | 48.43 | -123.37
Victoria | Seychelles | | Victoria | SYC | -4.62 | 55.45
Victoria | | AUS 1 | Victoria | AUS | |
Moscow | | | Moscow | RUS | 55.75 | 37.62
Moscow, Idaho | | | Moscow | USA | 46.73 | -117
Odessa | | | Odesa | UKR | 46.48 | 30.74
Odessa, Texas | | | Odessa | USA | 31.85 | -102.37
Odessa | | USA 1 | Odessa | USA | 31.85 | -102.37
St Petersburg | | | Saint Petersburg | RUS | 59.94 | 30.31
St. Petersburg, Florida | | | St. Petersburg | USA | 27.77 | -82.64
Saint Petersburg, Fla. | | | St. Petersburg | USA | 27.77 | -82.64
Hama | | | Hama | SYR | 35.13 | 36.76
Hamah | | SYR 1 | Hama | SYR | 35.13 | 36.76
Sirte | | | Sirte | LBY | 31.21 | 16.59
Homs | | | Homs | SYR | 34.73 | 36.72
Kiev | | | Kyiv | UKR | 50.45 | 30.52
Kyiv | | | Kyiv | UKR | 50.45 | 30.52
Kharkov | | | Kharkiv | UKR | 49.99 | 36.23
Lvov | | | Lviv | UKR | 49.84 | 24.02
Lugansk | | | Luhansk | UKR | 48.57 | 39.32
Donetsk | | | Donetsk | UKR | 48.02 | 37.8
Donetsk, Rostov Oblast, Russia | | | Donetsk | RUS | 48.34 | 39.96
Zaporozhye | | | Zaporizhzhia | UKR | 47.84 | 35.14
Dnipropetrovsk | | | Dnipro | UKR | 48.47 | 35.04
Kherson, Ukraine | | | Kherson | UKR | 46.64 | 32.61
the Kherson region | | UKR 1 | Kherson Oblast | UKR | |
Kramatorsk, Donetsk Oblast | | | Kramatorsk | UKR | 48.74 | 37.58
Mosul | | | Mosul | IRQ | 36.34 | 43.13
Ramadi | | | Ramadi | IRQ | 33.42 | 43.31
Fallujah | | | Fallujah | IRQ | 33.35 | 43.78
Irbil | | | Erbil | IRQ | 36.19 | 44.01
Dohuk | | | Duhok | IRQ | 36.87 | 42.99
Kirkuk, Iraq | | | Kirkuk | IRQ | 35.47 | 44.39
Anbar province | | IRQ 1 | Anbar | IRQ | |
the western Al Anbar Governorate | | IRQ 1 | western Al Anbar Governorate | IRQ | |
Jalula, Diyala region | | | Jalula | IRQ | 34.27 | 45.17
Aleppo | | | Aleppo | SYR | 36.2 | 37.16
the Syrian city of Aleppo | | | Aleppo | SYR | 36.2 | 37.16
eastern Aleppo | | SYR 1 | Aleppo | SYR | 36.2 | 37.16
Aleppo province | | SYR 1 | Aleppo | SYR | |
Raqqa | | | Raqqa | SYR | 35.95 | 39.01
ar-Raqqah | | | Raqqa | SYR | 35.95 | 39.01
Deir al-Zor | | | Deir ez-Zor | SYR | 35.34 | 40.14
Deir Ezzor, Syria | | | Deir ez-Zor | SYR | 35.34 | 40.14
Syria's eastern Deir ez-Zor Governorate | | | eastern Deir ez-Zor Governorate | SYR | |
Idlib | | SYR 1 | Idlib | SYR | 35.93 | 36.63
Idlib province | | SYR 1 | Idlib | SYR | |
the rebel-held province of Idlib | | SYR 1 | Idlib | SYR | |
the town of Qamishli in Syria | | | Qamishli | SYR | 37.05 | 41.22
Kobane | | | Kobani | SYR | 36.89 | 38.35
Palmyra | | SYR 1 | Palmyra | SYR | 34.56 | 38.27
eastern Ghouta | | SYR 1 | Eastern Ghouta | SYR | 33.55 | 36.45
Tell Abyad, Raqqa Governorate, Syria | | | Tell Abyad | SYR | 36.7 | 38.95
Douma | | SYR 1 | Douma | SYR | 33.57 | 36.4
Latakia | | | Latakia | SYR | 35.52 | 35.79
Rab El Thalathine in southern Lebanon | | | Rab El Thalathine | LBN | |
the French Quarter of New Orleans | | | French Quarter | USA | |
St. Catherine's Cathedral in Kherson | | | St. Catherine's Cathedral | UKR | |
Tyre | | LBN 0.6, ISR 0.4 | Tyre | LBN | 33.27 | 35.2
Sidon | | LBN 1 | Sidon | LBN | 33.56 | 35.37
Baalbek in Lebanon's Bekaa Valley | | | Baalbek | LBN | 34.01 | 36.21
southern Beirut | | LBN 1 | Beirut | LBN | 33.89 | 35.5
Gaza City | | | Gaza City | PSE | 31.5 | 34.47
Gaza | | ISR 0.5, PSE 0.5 | Gaza Strip | PSE | |
the Gaza Strip | | | Gaza Strip | PSE | 31.42 | 34.36
northern Gaza | | PSE 1 | northern Gaza | PSE | |
Rafah in southern Gaza | | | Rafah | PSE | 31.29 | 34.25
Khan Yunis | | PSE 1 | Khan Younis | PSE | 31.35 | 34.3
the Zeitoun area of Gaza City | | | Zeitoun | PSE | 31.5 | 34.44
Jenin, in the occupied West Bank | | | Jenin | PSE | 32.46 | 35.3
the occupied West Bank | | | West Bank | PSE | |
Hebron | | PSE 1 | Hebron | PSE | 31.53 | 35.1
Bethlehem, Pennsylvania | | | Bethlehem | USA | 40.63 | -75.37
Jerusalem | | ISR 1 | Jerusalem | ISR | 31.77 | 35.22
the Golan Heights | | | Golan Heights | none | |
Sanaa | | | Sanaa | YEM | 15.35 | 44.21
Hodeida | | YEM 1 | Hodeidah | YEM | 14.8 | 42.95
the southern port city of Aden | | YEM 1 | Aden | YEM | 12.78 | 45.04
Ma'rib Governorate, Yemen | | | Marib | YEM | |
Kandahar | | | Kandahar | AFG | 31.61 | 65.71
Afghanistan's Parwan province | | | Parwan | AFG | |
Lashkar Gah, the capital of Helmand Province in southern Afghanistan | | | Lashkar Gah | AFG | 31.59 | 64.37
Nangarhar Province | | | Nangarhar | AFG | |
the Afghan city of Jalalabad | | | Jalalabad | AFG | 34.43 | 70.45
Jalalabad, Kyrgyzstan | | | Jalal-Abad | KGZ | 40.93 | 73
Jalalabad | | | Jalalabad | AFG | 34.43 | 70.45
Jalalabad | | KGZ 1 | Jalal-Abad | KGZ | 40.93 | 73
the Afghan capital | | | Kabul | AFG | 34.53 | 69.17
the capital of Burkina Faso | | | Ouagadougou | BFA | 12.37 | -1.52
Georgia's capital | | | Tbilisi | GEO | 41.69 | 44.83
the Congolese capital | | COG 1 | Brazzaville | COG | -4.27 | 15.28
Intercontinental Hotel | the Afghan capital | | Intercontinental Hotel | AFG | 34.53 | 69.17
the capital of Helmand province | | | Helmand | AFG | |
the Somali coast | | | Somalia | SOM | |
Ain Dara | Syria | | Ain Dara | SYR | none | none
Bir Raqqa | Syria | | Bir Raqqa | SYR | none | none
Plateau | | | Plateau State | NGA | 9.2 | 9.5
Bokkos | Plateau | | Bokkos | NGA | 9.3 | 9
Delta | | NGA 1 | Delta State | NGA | 5.5 | 6
Delta, British Columbia | | | Delta | CAN | 49.14 | -122.91
Rivers | Nigeria | | Rivers State | NGA | 4.75 | 6.9
central Kabul | | AFG 1 | Kabul | AFG | 34.53 | 69.17
Bagram | | AFG 1 | Bagram | AFG | 34.95 | 69.27
Peshawar | | | Peshawar | PAK | 34.01 | 71.58
North Waziristan District, Khyber Pakhtunkhwa, Pakistan | | | North Waziristan | PAK | |
Punjab | | PAK 1 | Punjab | PAK | |
Punjab | | IND 1 | Punjab | IND | |
Srinagar, Jammu and Kashmir | | | Srinagar | IND | 34.08 | 74.8
Maiduguri | | | Maiduguri | NGA | 11.85 | 13.16
Baga | | NGA 0.7, TCD 0.3 | Baga | NGA | 13.1 | 13.82
Minna, west-central Niger State in Nigeria | | | Minna | NGA | 9.61 | 6.56
Niger | | | Niger | NER | |
the Niger capital Niamey | | | Niamey | NER | 13.51 | 2.11
Beni, Democratic Republic of the Congo | | | Beni | COD | 0.49 | 29.47
the Democratic Republic of the Congo town of Beni | | | Beni | COD | 0.49 | 29.47
Goma | | COD 1 | Goma | COD | -1.68 | 29.22
Beledweyne, Hiran, Somalia | | | Beledweyne | SOM | 4.74 | 45.2
Kismayu | | SOM 1 | Kismayo | SOM | -0.36 | 42.55
Mekelle in the Tigray Region | | | Mekelle | ETH | 13.5 | 39.47
Rakhine State | | | Rakhine | MMR | |
Rangoon | | | Yangon | MMR | 16.8 | 96.16
Bombay | | | Mumbai | IND | 19.08 | 72.88
Saigon | | | Ho Chi Minh City | VNM | 10.82 | 106.63
Rhodesia | | | Zimbabwe | ZWE | |
Burma | | | Myanmar | MMR | |
the UK | | | United Kingdom | GBR | |
the U.S. | | | United States | USA | |
Washington, D.C. | | | Washington, D.C. | USA | 38.9 | -77.04
Washington D.C., U.S. | | | Washington, D.C. | USA | 38.9 | -77.04
Washington | | USA 1 | Washington, D.C. | USA | 38.9 | -77.04
Spokane, Washington | | | Spokane | USA | 47.66 | -117.43
Anchorage, Alaska | | | Anchorage | USA | 61.22 | -149.9
Anchorage | Alaska | | Anchorage | USA | 61.22 | -149.9
Springfield, Illinois | | | Springfield | USA | 39.8 | -89.64
Springfield, Mo. | | | Springfield | USA | 37.21 | -93.3
Portland, Oregon | | | Portland | USA | 45.52 | -122.68
Portland, Maine | | | Portland | USA | 43.66 | -70.26
Aurora, Colorado | | | Aurora | USA | 39.73 | -104.83
Columbus, Ohio | | | Columbus | USA | 39.96 | -83
London, Ontario | | | London | CAN | 42.98 | -81.23
London | | CAN 0.5, GBR 0.5 | London | GBR | 51.51 | -0.13
Manchester, New Hampshire | | | Manchester | USA | 43 | -71.45
Newcastle, Australia | | | Newcastle | AUS | -32.93 | 151.78
Athens, Georgia | | | Athens | USA | 33.96 | -83.38
Athens | | GRC 0.9, USA 0.1 | Athens | GRC | 37.98 | 23.73
Rome, New York | | | Rome | USA | 43.21 | -75.46
Naples, Florida | | | Naples | USA | 26.14 | -81.79
Naples | | ITA 1 | Naples | ITA | 40.85 | 14.27
Lincoln, Nebraska | | | Lincoln | USA | 40.8 | -96.67
Granada, Nicaragua | | | Granada | NIC | 11.93 | -85.95
León, Mexico | | | León de los Aldama | MEX | 21.12 | -101.68
Mérida, Venezuela | | | Mérida | VEN | 8.59 | -71.15
Guadalajara | | MEX 1 | Guadalajara | MEX | 20.67 | -103.35
Barcelona | | VEN 0.2, ESP 0.8 | Barcelona | ESP | 41.39 | 2.16
Barcelona, Venezuela | | | Barcelona | VEN | 10.13 | -64.7
the Turkish border town of Karkamış | | | Karkamış | TUR | 36.83 | 38
Sonora, northern Mexico | | | Sonora | MEX | |
northern Syria | | | northern Syria | SYR | |
several provinces of Yemen | | | Yemen | YEM | |
Elm Street | | | Elm Street | none | |
Beirut Road | | | Beirut Road | none | |
Haifa Street | Baghdad | | Haifa Street | IRQ | 33.34 | 44.4
Downing Street | | | Downing Street | GBR | |
the Strait of Hormuz | | | Strait of Hormuz | none | 26.57 | 56.25
the South China Sea | | | South China Sea | none | |
the Bab-el-Mandeb strait | | | Bab-el-Mandeb | none | 12.58 | 43.33
the resort island of Jeju | | | Jeju | KOR | 33.38 | 126.55
Camp David | | | Camp David | USA | 39.65 | -77.47
Al Asad Airbase | | | Al Asad Airbase | IRQ | 33.79 | 42.44
the Syria–Turkey border | | | Syria–Turkey border | none | none | none
an ammunition factory in Pennsylvania | | | Pennsylvania | USA | |
Taftanaz Military Airbase in Idlib Governorate | | | Taftanaz Military Airbase | SYR | |
Borisoglebsk air base in Voronezh Oblast, Russia | | | Borisoglebsk air base | RUS | 51.37 | 42.09
Pavón Prison near Guatemala City | | | Pavón Prison | GTM | |
the fictional town of Qasr Blorfa in Syria | | | Qasr Blorfa | SYR | none | none
the Adamawa State capital, Yola | | | Yola | NGA | 9.21 | 12.48
Helmand's capital, Lashkar Gah | | | Lashkar Gah | AFG | 31.59 | 64.37
Helmand's capital | Lashkar Gah | | Lashkar Gah | AFG | 31.59 | 64.37
the regional capital of Amhara, Bahir Dar | | | Bahir Dar | ETH | 11.59 | 37.39
Turkey's largest city, Istanbul | | | Istanbul | TUR | 41.01 | 28.98
Lebanon's second-largest city, Tripoli | | | Tripoli | LBN | 34.43 | 35.84
the commercial capital of Kano State, Kano | | | Kano | NGA | 12 | 8.52
the German financial capital, Frankfurt | | | Frankfurt am Main | DEU | 50.11 | 8.68
the second city of Syria, Aleppo | | | Aleppo | SYR | 36.2 | 37.16
Somalia's southern region, Lower Shabelle | | | Lower Shabelle | SOM | |
the capital of Kandahar, Afghanistan | | | Kandahar | AFG | 31.61 | 65.71
the Afghan capital of Kabul, Afghanistan | | | Kabul | AFG | 34.53 | 69.17
the city of Kirkuk, Iraq | | | Kirkuk | IRQ | 35.47 | 44.39
the Bulgarian Black Sea port of Varna | | | Varna | BGR | 43.22 | 27.92
Israel's Mediterranean city of Haifa | | | Haifa | ISR | 32.82 | 34.99
the Mediterranean coastal city of Tartus | | | Tartus | SYR | 34.89 | 35.89
the Caspian Sea port of Baku | | | Baku | AZE | 40.38 | 49.89
the Niger Delta city of Warri | | | Warri | NGA | 5.52 | 5.75
the Donetsk region town of Pokrovsk | | | Pokrovsk | UKR | 48.28 | 37.18
the Siberian city of Omsk | | | Omsk | RUS | 54.99 | 73.37
the Kabul district of Dasht-e-Barchi | | | Dasht-e-Barchi | AFG | 34.49 | 69.06
Mosul city of Iraq | | | Mosul | IRQ | 36.34 | 43.13
the Sadr City district of Baghdad | | | Sadr City | IRQ | 33.39 | 44.46
the official residence of the Malaysian Prime Minister | | | Malaysia | MYS | |
the residence of President Aliyev in Baku | | | Baku | AZE | 40.38 | 49.89
the office of the Secretary General in New York | | | New York | USA | 40.71 | -74.01
the headquarters of the African Union in Addis Ababa | | | headquarters of the African Union | ETH | 9.03 | 38.75
Iran's Ministry of Defence headquarters | Isfahan | | Ministry of Defence headquarters | IRN | 32.65 | 51.67
the Ministry of Finance | Kabul | | Ministry of Finance | AFG | 34.53 | 69.17
the Church of the Nativity | Bethlehem | PSE 1 | Church of the Nativity | PSE | 31.7 | 35.2
the University of Garissa | | | University of Garissa | KEN | -0.45 | 39.65
the State Department | Washington | | Washington, D.C. | USA | 38.9 | -77.04
the Iranian embassy | Damascus | | Iranian embassy | SYR | 33.51 | 36.29
Iran's consulate in Erbil | | | Iran's consulate | IRQ | 36.19 | 44.01
the US Embassy | | IRQ 0.7, USA 0.3 | US Embassy | IRQ | none | none
the US Consulate General in Karachi | | | US Consulate General | PAK | 24.86 | 67.01
the embassy of Sudan in Cairo | | | embassy of Sudan | EGY | 30.06 | 31.25
the Province of Idlib | | | Idlib | SYR | |
Kuwait City | | | Kuwait City | KWT | 29.37 | 47.98
the West Bank | | | West Bank | PSE | |
the White House | | | White House | USA | 38.9 | -77.04
the Prophet's Mosque | Medina | SAU 1 | Prophet's Mosque | SAU | 24.47 | 39.61
the National Union of Kurdistan in Kirkuk | | | National Union of Kurdistan | IRQ | 35.47 | 44.39
the French city of Lyon | | | Lyon | FRA | 45.75 | 4.85
the Chinese city of Wuhan | | | Wuhan | CHN | 30.58 | 114.27
the Indian city of Pune | | | Pune | IND | 18.52 | 73.86
the Norwegian city of Bergen | | | Bergen | NOR | 60.39 | 5.32
the Congolese city of Goma | | | Goma | COD | -1.67 | 29.23
the Congolese capital, Brazzaville | | | Brazzaville | COG | -4.27 | 15.28
the Salvadorean town of Chalatenango | | | Chalatenango | SLV | 14.04 | -88.94
Ecuadoran | | | Ecuador | ECU | |
the Indian Ocean port of Mombasa | | | Mombasa | KEN | -4.05 | 39.66
the Persian Gulf port of Bushehr | | | Bushehr | IRN | 28.97 | 50.84
Goris | | | Goris | ARM | 39.51 | 46.34
Gori | | | Gori | GEO | 41.99 | 44.11
Cancun | | | Cancún | MEX | 21.17 | -86.85
Edinburg | | USA 1 | Edinburg | USA | 26.3 | -98.16
Shabwa | | | Shabwa | YEM | |
Al-Bayda | | YEM 0.8, LBY 0.1 | Al Bayda | YEM | 13.99 | 45.57
Al-Bayda | | LBY 0.8 | Al Bayda' | LBY | 32.76 | 21.76
Bor | | SSD 0.8, USA 0.2 | Bor | SSD | 6.21 | 31.56
Palma | | MOZ 0.8, USA 0.2 | Palma | MOZ | -10.78 | 40.47
Palma | | ESP 1 | Palma | ESP | 39.57 | 2.65
Plateau state | | NGA 1 | Plateau State | NGA | |
Nasir | | SSD 1 | Nasir | SSD | 8.61 | 33.07
Ras Lanouf | | | Ras Lanuf | LBY | 30.49 | 18.55
Mardakert | | | Martakert | AZE | 40.21 | 46.82
Unity State | | | Unity State | SSD | |
Walikale | | COD 1 | Walikale | COD | -1.42 | 28.06
Minembwe | | | Minembwe | COD | -3.97 | 28.75
Nimruz province | | AFG 1 | Nimroz | AFG | |
Galwan | | IND 0.5, CHN 0.5 | Galwan Valley | none | 34.75 | 78.2
Cite Soleil | | | Cité Soleil | HTI | 18.58 | -72.33
Sheikh Zowaid | | EGY 1 | Sheikh Zuweid | EGY | 31.22 | 34.11
Azaz | | SYR 1 | Azaz | SYR | 36.59 | 37.05
Bulo Burte | | SOM 1 | Bulo Burde | SOM | 3.85 | 45.57
Mambasa | | COD 1 | Mambasa | COD | 1.36 | 29.05
Amara | | IRQ 1 | Amarah | IRQ | 31.84 | 47.15
Wadi Zarqun | | IRQ 0.8, SYR 0.2 | Wadi Zarqun | IRQ | none | none
"""


def rows() -> list[tuple[str, ...]]:
    """The table's rows, cell by cell."""
    return [tuple(cell.strip() for cell in line.split("|")) for line in ROWS.strip().splitlines()]


def shares(cell: str) -> PlaceContext:
    """The context that a cell like "SYR 0.7, TUR 0.3" describes."""
    pairs = (item.split() for item in cell.split(",") if item.strip())
    shares = {code: float(share) for code, share in pairs}
    return PlaceContext(shares, shares, frozenset())


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row[0]} [{row[1]}] ({row[2]})")
def test_the_right_place_of_its_name(grounder: PlaceGrounder, row: tuple[str, ...]) -> None:
    phrase, containers, countries, name, country, latitude, longitude = row
    found = grounder.resolve(
        phrase,
        containers=[c.strip() for c in containers.split(";") if c.strip()],
        context=shares(countries) if countries else None,
    )
    assert found is not None
    assert (found.name, found.country) == (name, None if country == "none" else country)
    if latitude == "none":
        assert (found.latitude, found.longitude) == (None, None)
    elif latitude:
        there = PlaceEntry("", None, float(latitude), float(longitude), None, "city")
        assert distance_km(found, there) < 30


def test_the_table_is_long_enough() -> None:
    assert len(rows()) >= 150


@pytest.mark.parametrize(
    "phrase",
    [
        "the city",
        "the border",
        "a hotel",
        "their homeland",
        "the North",
        "our streets",
        "",
        "the Prime Minister",
        "President Aliyev",
        "the Embassy",
    ],
)
def test_a_phrase_without_a_name_is_no_place(grounder: PlaceGrounder, phrase: str) -> None:
    assert grounder.resolve(phrase) is None


def test_what_stands_around_nothing_is_no_place(grounder: PlaceGrounder) -> None:
    assert grounder.resolve("", containers=("Sudan",)) is None


def test_a_region_of_the_article_decides_within_a_country(grounder: PlaceGrounder) -> None:
    illinois = grounder.context(
        grounder.find("Police in Illinois said on Monday that the governor of Illinois was told.")
    )
    missouri = grounder.context(
        grounder.find("Police in Missouri said on Monday that the governor of Missouri was told.")
    )
    found = [grounder.resolve("Springfield", context=context) for context in (illinois, missouri)]
    assert [place and place.admin1 for place in found] == ["Illinois", "Missouri"]


def test_the_dateline_counts_more_than_a_mention(grounder: PlaceGrounder) -> None:
    toponyms = grounder.find("Officials from Libya were there.")
    context = grounder.context(toponyms, dateline="Beirut")
    place = grounder.resolve("Tripoli", context=context)
    assert context.countries["LBN"] > context.countries["LBY"]
    assert place is not None and place.country == "LBN"


@pytest.mark.parametrize(
    ("name", "actors", "country"),
    [
        ("Athens", {"USA": 3}, "GRC"),
        ("Geneva", {"USA": 2}, "CHE"),
        ("Melbourne", {"USA": 1}, "AUS"),
        ("Birmingham", {"USA": 1, "GBR": 1}, "GBR"),
        ("Hyderabad", {"PAK": 3}, "PAK"),
        ("Palmyra", {"SYR": 1, "USA": 1}, "SYR"),
        ("Newcastle", {"ZAF": 1}, "ZAF"),
    ],
)
def test_who_acts_may_act_abroad(
    grounder: PlaceGrounder, name: str, actors: dict[str, float], country: str
) -> None:
    place = grounder.resolve(name, context=grounder.context((), actors))
    assert place is not None and place.country == country


def test_a_place_named_within_a_country_speaks_for_it(grounder: PlaceGrounder) -> None:
    toponyms = grounder.find("The plant near Atlanta sent cars to Savannah and Macon.")
    place = grounder.resolve("Athens", context=grounder.context(toponyms, {"USA": 1}))
    assert place is not None and place.country == "USA"


def test_countries_known_from_actors_join_the_context(grounder: PlaceGrounder) -> None:
    context = grounder.context((), {"PAK": 3})
    place = grounder.resolve("Hyderabad", context=context)
    assert place is not None and place.country == "PAK"
