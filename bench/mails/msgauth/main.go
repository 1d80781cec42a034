// go-msgauth and blitiri's spf over the generated mails: msgauth FOLDER SECONDS. See bench/mail.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"syscall"

	"blitiri.com.ar/go/spf"
	"github.com/emersion/go-msgauth/dkim"
	"github.com/emersion/go-msgauth/dmarc"
)

type mail struct {
	File, Size, IP, Helo, From, Author string
	Expect                             map[string]string
	message                            []byte
}

type index struct {
	Zone  map[string]map[string][]string
	Mails []*mail
}

type zone map[string]map[string][]string

func (z zone) records(name, kind string) ([]string, error) {
	records := z[strings.ToLower(strings.TrimSuffix(name, "."))][kind]
	if len(records) == 0 {
		return nil, &net.DNSError{Err: "no such record", Name: name, IsNotFound: true}
	}
	return records, nil
}

func (z zone) txt(name string) ([]string, error) { return z.records(name, "TXT") }

func (z zone) LookupTXT(_ context.Context, name string) ([]string, error) { return z.txt(name) }

func (z zone) LookupMX(_ context.Context, name string) ([]*net.MX, error) {
	records, err := z.records(name, "MX")
	var hosts []*net.MX
	for _, record := range records {
		fields := strings.Fields(record)
		preference, _ := strconv.Atoi(fields[0])
		hosts = append(hosts, &net.MX{Host: fields[1], Pref: uint16(preference)})
	}
	return hosts, err
}

func (z zone) LookupIPAddr(_ context.Context, name string) ([]net.IPAddr, error) {
	var addresses []net.IPAddr
	for _, kind := range []string{"A", "AAAA"} {
		records, _ := z.records(name, kind)
		for _, record := range records {
			addresses = append(addresses, net.IPAddr{IP: net.ParseIP(record)})
		}
	}
	if len(addresses) == 0 {
		return nil, &net.DNSError{Err: "no such record", Name: name, IsNotFound: true}
	}
	return addresses, nil
}

func (z zone) LookupAddr(_ context.Context, _ string) ([]string, error) {
	return nil, &net.DNSError{Err: "no such record", IsNotFound: true}
}

func verdicts(m *mail, z zone) map[string]string {
	result, _ := spf.CheckHostWithSender(net.ParseIP(m.IP), m.Helo, m.From, spf.WithResolver(z))
	said := map[string]string{"spf": string(result), "dkim": "none"}
	verified, err := dkim.VerifyWithOptions(bytes.NewReader(m.message), &dkim.VerifyOptions{LookupTXT: z.txt})
	aligned := result == spf.Pass && strings.HasSuffix(m.From, "@"+m.Author)
	if err != nil || len(verified) > 0 {
		said["dkim"] = "fail"
	}
	for _, signature := range verified {
		if signature.Err == nil {
			said["dkim"] = "pass"
			aligned = aligned || signature.Domain == m.Author
		}
	}
	said["dmarc"] = "fail"
	if _, err := dmarc.LookupWithOptions(m.Author, &dmarc.LookupOptions{LookupTXT: z.txt}); err != nil {
		said["dmarc"] = "none"
	} else if aligned {
		said["dmarc"] = "pass"
	}
	return said
}

func cpu() float64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return float64(used.Utime.Sec+used.Stime.Sec) + float64(used.Utime.Usec+used.Stime.Usec)/1e6
}

func main() {
	folder := os.Args[1]
	seconds, _ := strconv.ParseFloat(os.Args[2], 64)
	text, err := os.ReadFile(filepath.Join(folder, "index.json"))
	if err != nil {
		panic(err)
	}
	var all index
	if err := json.Unmarshal(text, &all); err != nil {
		panic(err)
	}
	for _, size := range []string{"2k", "50k", "1m"} {
		var mails []*mail
		for _, m := range all.Mails {
			if m.Size == size {
				m.message, _ = os.ReadFile(filepath.Join(folder, m.File))
				mails = append(mails, m)
			}
		}
		agree := map[string]int{"spf": 0, "dkim": 0, "dmarc": 0}
		for _, m := range mails {
			said := verdicts(m, all.Zone)
			for name := range agree {
				if said[name] == m.Expect[name] {
					agree[name]++
				}
			}
		}
		var rates []float64
		for until := cpu() + seconds; len(rates) == 0 || cpu() < until; {
			began := cpu()
			for _, m := range mails {
				verdicts(m, all.Zone)
			}
			rates = append(rates, float64(len(mails))/(cpu()-began))
		}
		sort.Float64s(rates)
		line, _ := json.Marshal(map[string]any{
			"size": size, "rate": rates[len(rates)/2], "mails": len(mails), "agree": agree})
		fmt.Println(string(line))
	}
}
