// mailauth over the generated mails: peer_mailauth.cjs FOLDER SECONDS. See bench/mail.
const fs = require('node:fs');
const path = require('node:path');
const { authenticate } = require('mailauth');

const [folder, seconds] = [process.argv[2], Number(process.argv[3])];
const index = JSON.parse(fs.readFileSync(path.join(folder, 'index.json')));

async function resolver(name, type) {
    const records = (index.zone[name.toLowerCase().replace(/\.$/, '')] || {})[type];
    if (!records) {
        throw Object.assign(new Error('no such record'), { code: 'ENOTFOUND' });
    }
    if (type === 'TXT') {
        return records.map(record => [record]);
    }
    return type === 'MX'
        ? records.map(record => ({ priority: Number(record.split(' ')[0]), exchange: record.split(' ')[1] }))
        : records;
}

async function verdicts(mail, message) {
    const said = await authenticate(message, {
        ip: mail.ip, helo: mail.helo, sender: mail.from, mta: 'mx.receiver.example', resolver, disableBimi: true
    });
    const signatures = said.dkim.results.map(result => result.status.result).filter(word => word !== 'none');
    return {
        spf: said.spf.status.result,
        dkim: signatures.includes('pass') ? 'pass' : signatures.length ? 'fail' : 'none',
        arc: said.arc ? said.arc.status.result : 'none',
        dmarc: said.dmarc ? said.dmarc.status.result : 'none'
    };
}

const cpu = () => {
    const used = process.cpuUsage();
    return (used.user + used.system) / 1e6;
};

async function main() {
    for (const size of ['2k', '50k', '1m']) {
        const mails = index.mails.filter(mail => mail.size === size)
            .map(mail => [mail, fs.readFileSync(path.join(folder, mail.file))]);
        const agree = { spf: 0, dkim: 0, arc: 0, dmarc: 0 };
        for (const [mail, message] of mails) {
            const said = await verdicts(mail, message);
            Object.keys(agree).forEach(name => (agree[name] += said[name] === mail.expect[name] ? 1 : 0));
        }
        const rates = [];
        const until = cpu() + seconds;
        while (!rates.length || cpu() < until) {
            const began = cpu();
            for (const [mail, message] of mails) {
                await verdicts(mail, message);
            }
            rates.push(mails.length / (cpu() - began));
        }
        rates.sort((a, b) => a - b);
        console.log(JSON.stringify({ size, rate: rates[rates.length >> 1], mails: mails.length, agree }));
    }
}

main();
